package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
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

/** The shortest behaviour that shows something, found breadth first among the steps that may be taken. */
public final class Shortest {
    private Shortest() {}

    /** What such a search comes to. */
    public sealed interface Answer {
        record Found(Trace trace) implements Answer {}

        /** There is none. */
        record None() implements Answer {}

        /** There was not effort enough to tell. */
        record Unknown() implements Answer {}
    }

    private record Arrival(Optional<State> from, Optional<Step> step, int depth) {}

    /**
     * A behaviour of at most so many steps from a state that shows something about a property that one state or one
     * step decides.
     *
     * @param allowed the actions that may be taken
     */
    public static Answer of(
            Interpreter interpreter,
            Property property,
            State from,
            int steps,
            Predicate<Action> allowed,
            Effort effort) {
        Map<State, Arrival> known = new HashMap<>();
        Deque<State> queue = new ArrayDeque<>();
        known.put(from, new Arrival(Optional.empty(), Optional.empty(), 0));
        queue.add(from);
        if (interpreter.shows(property, new Trace(from, List.of(), OptionalInt.empty()))) {
            return new Answer.Found(new Trace(from, List.of(), OptionalInt.empty()));
        }
        while (!queue.isEmpty()) {
            State state = queue.remove();
            int depth = arrival(known, state).depth;
            if (depth == steps) {
                continue;
            }
            for (Step step : interpreter.successors(state)) {
                if (!allowed.test(step.action())) {
                    continue;
                }
                if (!effort.spend()) {
                    return new Answer.Unknown();
                }
                if (shows(interpreter, property, state, step)) {
                    return new Answer.Found(path(from, known, state, step));
                }
                if (known.putIfAbsent(step.after(), new Arrival(Optional.of(state), Optional.of(step), depth + 1))
                        == null) {
                    queue.add(step.after());
                }
            }
        }
        return new Answer.None();
    }

    private static boolean shows(Interpreter interpreter, Property property, State before, Step step) {
        return interpreter.shows(property, new Trace(before, List.of(step), OptionalInt.empty()));
    }

    private static Arrival arrival(Map<State, Arrival> known, State state) {
        Arrival arrival = known.get(state);
        if (arrival == null) {
            throw new IllegalStateException("nobody came here");
        }
        return arrival;
    }

    private static Trace path(State first, Map<State, Arrival> known, State last, Step step) {
        List<Step> steps = new ArrayList<>(List.of(step));
        Arrival arrival = arrival(known, last);
        while (arrival.from.isPresent()) {
            steps.add(arrival.step.orElseThrow());
            arrival = arrival(known, arrival.from.get());
        }
        Collections.reverse(steps);
        return new Trace(first, steps, OptionalInt.empty());
    }
}
