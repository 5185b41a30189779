package dev.baton.codegen.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The reachable states of a small instance, and the steps between them.
 *
 * @param states the first state first, then breadth first
 * @param edges the steps from each state
 */
record StateGraph(List<State> states, List<List<Edge>> edges) {

    /** A step and the number of the state that it leads to. */
    record Edge(int id, Step step, int target) {}

    /** The graph; empty if there are more states than {@code most}, or the run was told to stop. */
    static Optional<StateGraph> of(Interpreter interpreter, int most, BooleanSupplier stopped) {
        Map<State, Integer> numbers = new HashMap<>();
        List<State> states = new ArrayList<>();
        List<List<Edge>> edges = new ArrayList<>();
        State first = interpreter.initial();
        numbers.put(first, 0);
        states.add(first);
        int transitions = 0;
        for (int at = 0; at < states.size(); at++) {
            if (states.size() > most || stopped.getAsBoolean()) {
                return Optional.empty();
            }
            List<Edge> from = new ArrayList<>();
            for (Step step : interpreter.successors(states.get(at))) {
                Integer known = numbers.get(step.after());
                if (known == null) {
                    known = states.size();
                    numbers.put(step.after(), known);
                    states.add(step.after());
                }
                from.add(new Edge(transitions++, step, known));
            }
            edges.add(from);
        }
        return Optional.of(new StateGraph(states, edges));
    }

    int transitions() {
        return edges.stream().mapToInt(List::size).sum();
    }
}
