package dev.baton.checker.explicit;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns a path through what a reduced search visited into a behaviour of the system: each state of the path stands for
 * some states, and from each of them a step leads to one of those that the next stands for.
 */
record Unfolding(Compiled compiled) {

    /** A behaviour that shows the property, if the path is one of the search. */
    Optional<Trace> of(Property property, List<long[]> path) {
        Interpreter interpreter = compiled.interpreter();
        List<State> states = new ArrayList<>();
        states.add(interpreter.initial());
        for (int i = 1; i < path.size(); i++) {
            List<State> next = next(states.getLast(), path.get(i));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (i < path.size() - 1) {
                states.add(next.getFirst());
            } else {
                return next.stream()
                        .flatMap(last -> shown(property, states, last).stream())
                        .findFirst();
            }
        }
        return shown(property, states);
    }

    /** What a state leads to, of what a visited state stands for. */
    private List<State> next(State state, long[] visited) {
        long[] wanted = compiled.representative(visited);
        return compiled.interpreter().successors(state).stream()
                .map(Step::after)
                .filter(after -> Arrays.equals(compiled.representative(after), wanted))
                .distinct()
                .toList();
    }

    private Optional<Trace> shown(Property property, List<State> states, State last) {
        List<State> all = new ArrayList<>(states);
        all.add(last);
        return shown(property, all);
    }

    private Optional<Trace> shown(Property property, List<State> states) {
        return compiled.interpreter()
                .replay(states, OptionalInt.empty())
                .filter(trace -> compiled.interpreter().shows(property, trace));
    }
}
