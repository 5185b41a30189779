package dev.baton.codegen.trace;

import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps of the model as commands of a trace file. */
final class Commands {
    private final Protocol protocol;
    private final ControlPoints control;
    private final Sights sights;

    Commands(Protocol protocol, ControlPoints control, Sights sights) {
        this.protocol = protocol;
        this.control = control;
        this.sights = sights;
    }

    /** The command that asks for a step in a state. */
    String command(State before, Step step) {
        return switch (step.action().origin().kind()) {
            case TASK, INTERRUPT -> strand(before, step);
            case ACTION -> action(step);
            case HANDLER -> handler(step);
            case DELIVERY ->
                "deliver " + member(step) + " " + step.action().origin().unit();
            case DRAIN -> {
                String owner = step.action().origin().actor();
                yield "drain "
                        + (step.arguments().isEmpty()
                                ? owner + "[0]"
                                : Sights.seat(owner, step.arguments().getFirst()));
            }
            case FAULT -> fault(before, step);
        };
    }

    /** A command without what choices it takes: what {@code ?} lists. */
    static String withoutChoices(String command) {
        List<String> words = List.of(command.split(" ", -1));
        if (words.getFirst().equals("grant")) {
            return String.join(" ", words.subList(0, 4));
        }
        int slash = words.indexOf("/");
        return slash < 0 ? command : String.join(" ", words.subList(0, slash));
    }

    private Actor actor(Step step) {
        return protocol.actor(step.action().origin().actor());
    }

    private int number(Step step) {
        return actor(step).index().single()
                ? 0
                : ((Value.Member) step.arguments().getFirst()).ordinal();
    }

    private String member(Step step) {
        return actor(step).name() + " " + number(step);
    }

    /** The argument behind {@code self}, if a step has so many. */
    private Optional<Value> argument(Step step, int number) {
        int position = (actor(step).index().single() ? 0 : 1) + number;
        return position < step.arguments().size() ? Optional.of(step.arguments().get(position)) : Optional.empty();
    }

    private String strand(State before, Step step) {
        String name = step.action().origin().unit();
        ControlPoints.Unit unit = control.units().stream()
                .filter(u ->
                        u.actor().name().equals(actor(step).name()) && u.name().equals(name))
                .findFirst()
                .orElseThrow();
        ControlPoints.Point point = sights.point(before, unit, number(step)).orElseThrow();
        return "grant " + member(step) + " " + name + " " + point.original() + words(Choices.of(step));
    }

    private static String words(List<Long> numbers) {
        StringBuilder out = new StringBuilder();
        numbers.forEach(n -> out.append(' ').append(n));
        return out.toString();
    }

    private String action(Step step) {
        String name = step.action().origin().unit();
        Actor.ActionDecl action = actor(step).actions().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Long> codes = new ArrayList<>();
        for (int i = 0; i < action.parameters().size(); i++) {
            Type type = action.parameters().get(i).type();
            argument(step, i).ifPresent(value -> codes.add(ValueCodes.code(type, value)));
        }
        return act(step, name, codes);
    }

    private String act(Step step, String name, List<Long> codes) {
        List<Long> chosen = Choices.of(step);
        String more = chosen.isEmpty() ? "" : " /" + words(chosen);
        return "act " + member(step) + " " + name + words(codes) + more;
    }

    private String handler(Step step) {
        String name = step.action().origin().unit();
        Actor.Handler handler = actor(step).handlers().stream()
                .filter(h -> h.name().equals(name))
                .findFirst()
                .orElseThrow();
        Protocol.Channel channel = protocol.channel(handler.channel());
        return act(
                step,
                name,
                channel.from().single()
                        ? List.of()
                        : List.of(ValueCodes.code(
                                channel.from(), argument(step, 0).orElseThrow())));
    }

    private String fault(State before, Step step) {
        List<String> words = List.of(step.action().origin().text().split(" ", 2));
        String kind = words.getFirst();
        String target = words.getLast();
        Optional<Protocol.Channel> channel = protocol.channels().stream()
                .filter(c -> c.name().equals(target))
                .findFirst();
        if (channel.isPresent()) {
            return message(before, step, kind, channel.get());
        }
        boolean ipi = protocol.ipis().stream().anyMatch(i -> i.name().equals(target));
        int member = step.arguments().isEmpty()
                ? 0
                : ((Value.Member) step.arguments().getFirst()).ordinal();
        return (ipi ? "lose-ipi " : kind + " ") + target + " " + member;
    }

    private String message(State before, Step step, String kind, Protocol.Channel c) {
        int next = 0;
        int from = c.from().single() ? 0 : ((Value.Member) step.arguments().get(next++)).ordinal();
        int to = c.to().single() ? 0 : ((Value.Member) step.arguments().get(next++)).ordinal();
        Value which = step.arguments().get(next);
        int position = c.kind() == Protocol.Channel.Kind.UNORDERED
                ? sortedByCode(sights.queue(before, c, from, to), c.element()).indexOf(which)
                : which.asInt();
        return kind + " " + c.name() + " " + from + " " + to + " " + position;
    }

    private static List<Value> sortedByCode(List<Value> messages, Type element) {
        return messages.stream()
                .sorted(java.util.Comparator.comparingLong(m -> ValueCodes.code(element, m)))
                .toList();
    }

    /** Every command of a strand, action, handler or delivery that some state may forbid. */
    List<String> tries() {
        List<String> all = new ArrayList<>();
        for (Actor a : protocol.actors()) {
            for (int k = 0; k < a.index().size(); k++) {
                String who = a.name() + " " + k + " ";
                a.interrupts().forEach(i -> {
                    all.add("deliver " + who + i.ipi());
                    all.add("grant " + who + i.ipi());
                });
                a.tasks().forEach(t -> all.add("grant " + who + t.name()));
                a.actions().forEach(x -> arguments(x).forEach(c -> all.add("act " + who + x.name() + words(c))));
                for (Actor.Handler h : a.handlers()) {
                    Type.Index from = protocol.channel(h.channel()).from();
                    for (long s = 0; s < (from.single() ? 1 : from.size()); s++) {
                        all.add("act " + who + h.name() + (from.single() ? "" : " " + s));
                    }
                }
            }
        }
        return all;
    }

    private static List<List<Long>> arguments(Actor.ActionDecl action) {
        List<List<Long>> rows = List.of(List.of());
        for (Binder b : action.parameters()) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> row : rows) {
                for (Value v : Domain.values(b.type())) {
                    List<Long> next = new ArrayList<>(row);
                    next.add(ValueCodes.code(b.type(), v));
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }
}
