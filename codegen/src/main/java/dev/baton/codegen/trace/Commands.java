package dev.baton.codegen.trace;

import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
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
    private final Choices choices;

    Commands(Protocol protocol, ControlPoints control, TransitionSystem system, Sights sights) {
        this.protocol = protocol;
        this.control = control;
        this.sights = sights;
        this.choices = new Choices(protocol, system);
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

    /** The arguments behind {@code self}, with their parameters. */
    private List<Choices.Chosen> rest(Step step) {
        int skip = actor(step).index().single() ? 0 : 1;
        List<Choices.Chosen> all = new ArrayList<>();
        for (int i = skip; i < step.arguments().size(); i++) {
            Binder parameter = step.action().parameters().get(i);
            all.add(new Choices.Chosen(parameter.type(), step.arguments().get(i)));
        }
        return all;
    }

    private String strand(State before, Step step) {
        String name = step.action().origin().unit();
        ControlPoints.Unit unit = control.units().stream()
                .filter(u ->
                        u.actor().name().equals(actor(step).name()) && u.name().equals(name))
                .findFirst()
                .orElseThrow();
        ControlPoints.Point point = sights.point(before, unit, number(step)).orElseThrow();
        List<Long> chosen = choices.ofStep(point.statement(), step, rest(step));
        return "grant " + member(step) + " " + name + " " + point.original() + words(chosen);
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
        List<Choices.Chosen> rest = rest(step);
        int arguments = Math.min(action.parameters().size(), rest.size());
        List<Long> codes = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            codes.add(ValueCodes.code(
                    action.parameters().get(i).type(), rest.get(i).value()));
        }
        List<Long> chosen = choices.ofBody(action.body(), step, rest.subList(arguments, rest.size()));
        return act(step, name, codes, chosen);
    }

    private String act(Step step, String name, List<Long> codes, List<Long> chosen) {
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
        List<Choices.Chosen> rest = rest(step);
        List<Long> codes = new ArrayList<>();
        if (!channel.from().single()) {
            codes.add(ValueCodes.code(channel.from(), rest.getFirst().value()));
            rest = rest.subList(1, rest.size());
        }
        List<Long> chosen = new ArrayList<>();
        if (channel.kind() == Protocol.Channel.Kind.UNORDERED) {
            chosen.add(ValueCodes.code(channel.element(), rest.getFirst().value()));
            rest = rest.subList(1, rest.size());
        }
        chosen.addAll(choices.ofBody(handler.body(), step, rest));
        return act(step, name, codes, chosen);
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
