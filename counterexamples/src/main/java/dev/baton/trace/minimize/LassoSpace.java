package dev.baton.trace.minimize;

import dev.baton.model.fairness.Graph;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.trace.Effort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The states within some steps of the first, and the steps between them that may be taken. */
final class LassoSpace {
    private final Interpreter interpreter;
    private final FairUnits units;
    private final Predicate<Action> allowed;
    private final Predicate<Action> counted;
    private final Effort effort;

    private final List<State> states = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();

    /** Of each state that was looked at. */
    private final List<List<Edge>> edges = new ArrayList<>();

    private boolean whole = true;

    private record Edge(int target, BitSet units, boolean allowed, Step step) {}

    private LassoSpace(Interpreter interpreter, Predicate<Action> allowed, Predicate<Action> counted, Effort effort) {
        this.interpreter = interpreter;
        this.units = interpreter.fairUnits();
        this.allowed = allowed;
        this.counted = counted;
        this.effort = effort;
    }

    /**
     * @param most steps from the first state
     * @param counted the steps of which as few as possible are to be taken
     * @param dead states after which nothing matters
     */
    static LassoSpace of(
            Interpreter interpreter,
            State first,
            int most,
            Predicate<Action> allowed,
            Predicate<Action> counted,
            Predicate<State> dead,
            Effort effort) {
        LassoSpace space = new LassoSpace(interpreter, allowed, counted, effort);
        space.number(first, 0);
        space.explore(most, dead);
        return space;
    }

    private void explore(int most, Predicate<State> dead) {
        while (edges.size() < states.size() && depths.get(edges.size()) <= most) {
            State state = states.get(edges.size());
            int depth = depths.get(edges.size());
            List<Edge> leaving = new ArrayList<>();
            if (!dead.test(state)) {
                for (Step step : interpreter.successors(state)) {
                    if (!effort.spend()) {
                        whole = false;
                        return;
                    }
                    if (!step.after().equals(state)) {
                        boolean free = allowed.test(step.action());
                        int target = free && depth < most ? number(step.after(), depth + 1) : Integer.MAX_VALUE;
                        leaving.add(new Edge(target, units.of(step.action(), step.arguments()), free, step));
                    }
                }
            }
            edges.add(leaving);
        }
    }

    private int number(State state, int depth) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        depths.add(depth);
        return states.size() - 1;
    }

    /** Whether nothing within so many steps is missing. */
    boolean whole() {
        return whole;
    }

    /** How many states were looked at. */
    int size() {
        return edges.size();
    }

    State state(int number) {
        return states.get(number);
    }

    Graph graph() {
        Graph graph = new Graph(0);
        for (List<Edge> leaving : edges) {
            for (Edge edge : leaving) {
                int label = graph.label(edge.units);
                if (edge.allowed && edge.target < edges.size()) {
                    graph.edge(edge.target, label);
                } else {
                    graph.beyond(label);
                }
            }
            graph.close();
        }
        return graph;
    }

    /** A step from one state to another, one that does not count if there is such. */
    Step step(int from, int to) {
        Step found = null;
        for (Edge edge : edges.get(from)) {
            if (edge.allowed && edge.target == to && (found == null || counts(found))) {
                found = edge.step;
            }
        }
        if (found == null) {
            throw new IllegalStateException("no step leads there");
        }
        return found;
    }

    /** Whether all steps from one state to another count. */
    boolean counts(int from, int to) {
        return counts(step(from, to));
    }

    private boolean counts(Step step) {
        return counted.test(step.action());
    }
}
