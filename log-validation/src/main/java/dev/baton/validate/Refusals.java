package dev.baton.validate;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Value;
import dev.baton.trace.StepWords;
import dev.baton.trace.why.WhyNot;
import dev.baton.validate.Event.Happening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out why an event can't be explained. */
record Refusals(Subject subject, Frontier frontier, Collection<Slot> open) {
    private static final int STANDS = 3;
    private static final int ALLOWED = 12;
    private static final int OBSTACLES = 3;

    /**
     * Of the event that leaves no way.
     *
     * @param now the event that was read last
     * @param events how many have begun
     */
    Refusal of(Slot slot, Event now, long events) {
        List<Node> nodes = frontier.before();
        boolean begins = nodes.stream().noneMatch(slot::mayBeNext);
        Event until = begins ? slot.event() : slot.endedBy().orElse(now);
        long explained = begins ? slot.ordinal() - 1 : explained(until, events);
        Map<Situation, Node> situations = new LinkedHashMap<>();
        nodes.stream()
                .sorted(Comparator.comparingLong((Node n) -> Long.bitCount(n.pending()))
                        .thenComparingLong(Node::hidden))
                .forEach(node -> situations.putIfAbsent(node.situation(), node));
        List<Refusal.Stand> stands = situations.values().stream()
                .limit(STANDS)
                .map(node -> stand(node, slot))
                .toList();
        return new Refusal(
                explained,
                slot.event().line(),
                slot.event().text(),
                until.line(),
                List.copyOf(frontier.errors()),
                stands,
                nodes.size());
    }

    private long explained(Event until, long events) {
        return open.stream()
                .filter(slot -> slot.event().line() == until.line())
                .map(slot -> slot.ordinal() - 1)
                .findFirst()
                .orElse(events);
    }

    private Refusal.Stand stand(Node node, Slot slot) {
        State state = node.situation().state();
        List<Refusal.Difference> differing = slot.expected().stream()
                .filter(e -> !e.met(node.situation()))
                .map(e -> new Refusal.Difference(
                        e.name(), e.text(), e.cell().of(node.situation()).toString()))
                .toList();
        List<String> pending = open.stream()
                .filter(other -> other.number() != slot.number() && (other.before() & slot.bit()) == 0)
                .filter(other -> (node.pending() & other.bit()) != 0)
                .map(other -> "line " + other.event().line() + ": "
                        + Texts.shown(other.event().text()))
                .toList();
        return new Refusal.Stand(
                state,
                differing,
                pending,
                allowed(state, slot),
                differing.isEmpty() ? obstacles(state, slot.work()) : List.of());
    }

    /** Steps that the model can take, those of the event's member first; no faults. */
    private List<Refusal.Allowed> allowed(State state, Slot slot) {
        Interpreter interpreter = subject.interpreter();
        List<Refusal.Allowed> mine = new ArrayList<>();
        List<Refusal.Allowed> others = new ArrayList<>();
        for (Action action : subject.system().actions()) {
            if (action.origin().kind() == Origin.Kind.FAULT) {
                continue;
            }
            for (Step step : steps(state, action)) {
                boolean same = slot.happening() instanceof Happening.Step
                        && member(step).equals(slot.happening().member());
                String text = StepWords.of(interpreter, state, step);
                (same ? mine : others).add(new Refusal.Allowed(text, same));
            }
        }
        mine.addAll(others);
        return mine.stream().limit(ALLOWED).toList();
    }

    /** None of an action that may choose among too much. */
    private List<Step> steps(State state, Action action) {
        boolean bounded = action.parameters().stream().allMatch(Arguments::bounded);
        return bounded ? subject.interpreter().successors(state, action) : List.of();
    }

    private static String member(Step step) {
        boolean indexed = !step.action().parameters().isEmpty()
                && step.action().parameters().getFirst().name().equals("self");
        return indexed
                ? step.arguments().getFirst().toString()
                : step.action().origin().actor();
    }

    private List<Refusal.Obstacle> obstacles(State state, Work work) {
        List<Refusal.Obstacle> obstacles = new ArrayList<>();
        for (Work.Offer offer : work.offers()) {
            Action action = offer.table().action();
            if (!action.parameters().stream().allMatch(Arguments::bounded)) {
                continue;
            }
            WhyNot.of(subject.interpreter(), state, action).stream()
                    .filter(why -> !why.enabled())
                    .filter(why -> agree(why.arguments(), offer.arguments()))
                    .limit(1)
                    .forEach(why -> obstacles.add(new Refusal.Obstacle(action.name(), why)));
        }
        return obstacles.stream().limit(OBSTACLES).toList();
    }

    private static boolean agree(List<Value> arguments, List<Optional<Value>> given) {
        for (int i = 0; i < arguments.size(); i++) {
            if (given.get(i).isPresent() && !given.get(i).get().equals(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
