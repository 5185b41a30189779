package dev.baton.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Message;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a trace in words, for whoever draws or lists traces: what {@link TraceText} says of it, in parts.
 *
 * @param number from 1; the step leads from state {@code number - 1} to state {@code number}
 * @param who as in {@link ActionWords}, with the member that takes it: {@code Spawn(1).sender}; {@code FAULT}
 * @param what what it does, and what it chose; may be empty
 * @param where {@code line 27}; empty if unknown
 * @param actor whose time line it is on: the kernel, core or environment; of a fault whom it strikes, if anybody
 * @param messages whom it tells what
 * @param changes what a reader wants to see of what it changed, a line each
 * @param error the message of the error that it ends in
 */
public record StepAccount(
        int number,
        Origin.Kind kind,
        String who,
        String what,
        String where,
        Optional<String> actor,
        List<Message> messages,
        List<String> changes,
        Optional<String> error) {

    /** Changes are told as a whole, however long: whoever shows them cuts or wraps. */
    private static final int WIDE = 1 << 16;

    public StepAccount {
        messages = List.copyOf(messages);
        changes = List.copyOf(changes);
    }

    /** The steps of a trace, in order. */
    public static List<StepAccount> of(TransitionSystem system, Trace trace) {
        Interpreter interpreter = new Interpreter(system);
        List<StepAccount> accounts = new ArrayList<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            StepFacts facts =
                    new StepFacts(interpreter, trace.state(i), trace.steps().get(i));
            accounts.add(new StepAccount(
                    i + 1,
                    facts.origin().kind(),
                    facts.who(),
                    facts.what().replaceAll(" +", " ").strip(),
                    facts.where(),
                    actor(system, facts),
                    facts.messages(),
                    facts.telling().stream()
                            .flatMap(change -> facts.lines(change, WIDE).stream())
                            .toList(),
                    facts.error().map(ErrorSite::message)));
        }
        return List.copyOf(accounts);
    }

    /** What matters of the first state, a line each: {@code Host.got: {}}. Without a property, what the steps use. */
    public static List<String> beginning(TransitionSystem system, Optional<Property> property, Trace trace) {
        return FirstState.lines(system, property, trace, false);
    }

    /** {@code who what}, on one line. */
    public String text() {
        return what.isEmpty() || what.startsWith("(") ? who + what : who + " " + what;
    }

    /** A message as {@link TraceText} draws it: {@code Spawn(1) ── bell ──▶ Host}. */
    public static String arrow(Message message) {
        return MessageText.line(message);
    }

    private static Optional<String> actor(TransitionSystem system, StepFacts facts) {
        Origin origin = facts.origin();
        if (Names.indexed(facts.action())) {
            return Optional.of(facts.step().arguments().getFirst().toString());
        }
        if (origin.kind() != Origin.Kind.FAULT) {
            return Optional.of(origin.actor());
        }
        String struck = origin.text().substring(origin.text().indexOf(' ') + 1);
        Optional<String> kernel = system.types().stream()
                .filter(type -> type instanceof Type.Index index
                        && index.single()
                        && index.name().equals(struck))
                .map(Type::toString)
                .findFirst();
        return kernel.or(() -> facts.messages().stream()
                .filter(m -> m.from().isEmpty())
                .flatMap(m -> m.to().stream())
                .map(Value::toString)
                .findFirst());
    }
}
