package dev.baton.trace.why;

import dev.baton.model.expr.Expr;
import dev.baton.model.fairness.Graph;
import dev.baton.model.fairness.LassoFinder;
import dev.baton.model.fairness.LassoQuery;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a property can still be kept from a state on: for safety, whether some fair behaviour never violates it; for
 * liveness, whether some fair behaviour brings what was awaited. States are looked at breadth first, and the graph so
 * far is asked again and again, so that a way out that is near is found before everything is known.
 */
final class Outlook {
    private static final int FIRST_LOOK = 16;
    private static final int BAD = -1;

    private final Interpreter interpreter;
    private final Property property;
    private final Optional<Environment> binding;
    private final FairUnits units;
    private final Effort effort;

    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    private Outlook(Interpreter interpreter, Property property, Optional<Environment> binding, Effort effort) {
        this.interpreter = interpreter;
        this.property = property;
        this.binding = binding;
        this.units = interpreter.fairUnits();
        this.effort = effort;
    }

    /** What is known. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private record Edge(int target, BitSet units) {}

    /** @param binding of a liveness property's binders; empty for safety */
    static Answer from(
            Interpreter interpreter, Property property, Optional<Environment> binding, State state, Effort effort) {
        return new Outlook(interpreter, property, binding, effort).from(state);
    }

    private Answer from(State first) {
        numbers.put(first, 0);
        states.add(first);
        if (reached(first)) {
            return Answer.YES;
        }
        int look = FIRST_LOOK;
        while (edges.size() < states.size()) {
            Optional<List<Edge>> found = expand(states.get(edges.size()));
            if (found.isEmpty()) {
                return Answer.UNKNOWN;
            }
            edges.add(found.get());
            if (reaches()
                    && states.stream()
                            .skip(Math.max(0, states.size() - found.get().size()))
                            .anyMatch(this::reached)) {
                return Answer.YES;
            }
            if (edges.size() == look) {
                look *= 4;
                if (!reaches() && kept()) {
                    return Answer.YES;
                }
            }
        }
        return !reaches() && kept() ? Answer.YES : Answer.NO;
    }

    /** Whether one state that satisfies what is awaited is enough. */
    private boolean reaches() {
        return switch (property.kind()) {
            case EVENTUALLY, LEADS_TO -> true;
            case ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS -> false;
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> false;
        };
    }

    private boolean reached(State state) {
        return reaches() && awaited(state);
    }

    private boolean awaited(State state) {
        Expr predicate = property.right().orElse(property.left());
        return interpreter.evaluator(state).holds(predicate, binding.orElse(Environment.EMPTY));
    }

    private Optional<List<Edge>> expand(State state) {
        List<Edge> found = new ArrayList<>();
        for (Step step : interpreter.successors(state)) {
            if (!effort.spend()) {
                return Optional.empty();
            }
            if (!step.after().equals(state)) {
                found.add(new Edge(number(state, step), units.of(step.action(), step.arguments())));
            }
        }
        return Optional.of(found);
    }

    private int number(State before, Step step) {
        boolean safety = !property.kind().liveness();
        if (safety && interpreter.shows(property, new Trace(before, List.of(step), OptionalInt.empty()))) {
            return BAD;
        }
        Integer known = numbers.get(step.after());
        if (known != null) {
            return known;
        }
        numbers.put(step.after(), states.size());
        states.add(step.after());
        return states.size() - 1;
    }

    /** Whether some fair behaviour among the states known so far is as wished. */
    private boolean kept() {
        Graph graph = new Graph(0);
        for (List<Edge> leaving : edges) {
            for (Edge edge : leaving) {
                int label = graph.label(edge.units);
                if (edge.target == BAD || edge.target >= edges.size()) {
                    graph.beyond(label);
                } else {
                    graph.edge(edge.target, label);
                }
            }
            graph.close();
        }
        return new LassoFinder(graph, units.obligations(), () -> {})
                .find(wish())
                .isPresent();
    }

    private LassoQuery wish() {
        BitSet all = new BitSet();
        all.set(0, edges.size());
        BitSet first = new BitSet();
        first.set(0);
        return switch (property.kind()) {
            case ALWAYS_EVENTUALLY -> new LassoQuery(all, all, good());
            case EVENTUALLY_ALWAYS -> {
                BitSet good = good();
                yield new LassoQuery(good, good, all);
            }
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER, EVENTUALLY, LEADS_TO ->
                new LassoQuery(first, all, all);
        };
    }

    private BitSet good() {
        BitSet good = new BitSet();
        for (int i = 0; i < edges.size(); i++) {
            good.set(i, awaited(states.get(i)));
        }
        return good;
    }
}
