package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The shortest behaviour that shows something, and of those one with the fewest steps that count, found breadth first
 * among the steps that may be taken.
 */
public final class Shortest {
    private final Interpreter interpreter;
    private final Property property;
    private final State first;
    private final Predicate<Action> counted;
    private final Map<State, Arrival> known = new HashMap<>();
    private final Deque<State> queue = new ArrayDeque<>();

    private Shortest(Interpreter interpreter, Property property, State first, Predicate<Action> counted) {
        this.interpreter = interpreter;
        this.property = property;
        this.first = first;
        this.counted = counted;
    }

    /** What such a search comes to. */
    public sealed interface Answer {
        /** @param best whether it is known that there is no better one */
        record Found(Trace trace, boolean best) implements Answer {}

        /** There is none. */
        record None() implements Answer {}

        /** There was not effort enough to tell. */
        record Unknown() implements Answer {}
    }

    private record Arrival(Optional<State> from, Optional<Step> step, int depth, int count) {}

    /** The same where faults count. */
    public static Answer of(
            Interpreter interpreter,
            Property property,
            State from,
            int steps,
            Predicate<Action> allowed,
            Effort effort) {
        return of(
                interpreter,
                property,
                from,
                steps,
                allowed,
                action -> action.origin().kind() == Origin.Kind.FAULT,
                effort);
    }

    /**
     * A behaviour of at most so many steps from a state that shows something about a property that one state or one
     * step decides.
     *
     * @param allowed the actions that may be taken
     * @param counted those of which as few as possible are to be taken; where the effort ends before that is known, one
     *     that is shortest is found all the same
     */
    public static Answer of(
            Interpreter interpreter,
            Property property,
            State from,
            int steps,
            Predicate<Action> allowed,
            Predicate<Action> counted,
            Effort effort) {
        if (interpreter.shows(property, new Trace(from, List.of(), OptionalInt.empty()))) {
            return new Answer.Found(new Trace(from, List.of(), OptionalInt.empty()), true);
        }
        return new Shortest(interpreter, property, from, counted).search(steps, allowed, effort);
    }

    private Answer search(int steps, Predicate<Action> allowed, Effort effort) {
        known.put(first, new Arrival(Optional.empty(), Optional.empty(), 0, 0));
        queue.add(first);
        Optional<Arrival> end = Optional.empty();
        while (!queue.isEmpty()) {
            State state = queue.remove();
            Arrival arrival = arrival(state);
            if (arrival.depth == end.map(Arrival::depth).orElse(steps + 1) - 1) {
                if (end.isEmpty() || arrival.count >= end.get().count) {
                    continue;
                }
            }
            for (Step step : interpreter.successors(state)) {
                if (!allowed.test(step.action())) {
                    continue;
                }
                if (!effort.spend()) {
                    return end.<Answer>map(e -> found(e, false)).orElse(new Answer.Unknown());
                }
                Arrival next = new Arrival(
                        Optional.of(state),
                        Optional.of(step),
                        arrival.depth + 1,
                        arrival.count + (counted.test(step.action()) ? 1 : 0));
                if (shows(state, step)) {
                    if (next.count == 0) {
                        return found(next, true);
                    }
                    end = end.filter(e -> e.count <= next.count).or(() -> Optional.of(next));
                } else if (end.isEmpty()) {
                    arrive(step.after(), next);
                }
            }
        }
        return end.<Answer>map(e -> found(e, true)).orElse(new Answer.None());
    }

    /** Those of one distance are all known before the next distance begins. */
    private void arrive(State state, Arrival arrival) {
        Arrival before = known.get(state);
        if (before == null) {
            queue.add(state);
        } else if (before.depth < arrival.depth || before.count <= arrival.count) {
            return;
        }
        known.put(state, arrival);
    }

    private boolean shows(State before, Step step) {
        return interpreter.shows(property, new Trace(before, List.of(step), OptionalInt.empty()));
    }

    private Arrival arrival(State state) {
        Arrival arrival = known.get(state);
        if (arrival == null) {
            throw new IllegalStateException("nobody came here");
        }
        return arrival;
    }

    private Answer.Found found(Arrival end, boolean best) {
        List<Step> steps = new ArrayList<>();
        Arrival arrival = end;
        while (arrival.from.isPresent()) {
            steps.add(arrival.step.orElseThrow());
            arrival = arrival(arrival.from.get());
        }
        Collections.reverse(steps);
        return new Answer.Found(new Trace(first, steps, OptionalInt.empty()), best);
    }
}
