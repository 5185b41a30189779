package dev.baton.runtime.step;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Machine;
import java.util.function.IntFunction;

/** The state of a stepped machine as text, a line for each thing, in the order of the protocol. */
final class StateText {
    private final StringBuilder text = new StringBuilder();

    private StateText() {}

    static String of(Machine machine, Crew crew) {
        StateText text = new StateText();
        machine.words().values().forEach(w -> text.line(w.name(), w.size(), i -> "" + w.inMemory(i)));
        machine.doorbells().values().forEach(b -> {
            int targets = b.target().members();
            text.line("pending " + b.name(), targets, i -> "" + b.pending(i));
            text.line("masked " + b.name(), targets, i -> "" + b.isMasked(i));
        });
        machine.channels().values().forEach(text::channel);
        machine.resources().forEach((name, o) -> text.line("owner " + name, o.members(), i -> "" + o.owner(i)));
        for (Actor a : machine.actors()) {
            text.line(
                    "life " + a.name(),
                    a.members(),
                    i -> machine.lives().of(a, i).toString());
        }
        crew.all().forEach(text::kernel);
        return text.text.toString();
    }

    private void channel(Channel c) {
        for (int from = 0; from < c.from().members(); from++) {
            for (int to = 0; to < c.to().members(); to++) {
                text.append("channel ").append(c.name()).append(' ');
                text.append(c.from().called(from)).append(' ').append(c.to().called(to));
                text.append(" = ").append(c.waiting(from, to)).append('\n');
            }
        }
    }

    private void kernel(SteppedKernel k) {
        String who = k.actor().called(k.member());
        for (String name : k.units().variables()) {
            text.append(who).append('.').append(name).append(" = ");
            text.append(k.units().variable(name)).append('\n');
        }
        for (Strand s : k.strands()) {
            text.append(who).append('.').append(s.unit()).append(" at ");
            text.append(s.place()).append('\n');
        }
    }

    private void line(String name, int size, IntFunction<String> value) {
        text.append(name).append(" =");
        for (int i = 0; i < size; i++) {
            text.append(' ').append(value.apply(i));
        }
        text.append('\n');
    }
}
