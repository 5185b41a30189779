package dev.baton.graph;

import dev.baton.graph.ReachableGraph.Edge;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.ActionWords;
import dev.baton.trace.StepWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Finds all reachable states breadth first, with the interpreter: what can be looked at is small, and so nothing of
 * what a picture shows is a matter of how an engine is made.
 */
public final class GraphExplorer {
    private final Interpreter interpreter;
    private final List<Property> predicates;
    private final List<Property> ofSteps;
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final List<BitSet> holding = new ArrayList<>();
    private final List<List<Edge>> steps = new ArrayList<>();

    private GraphExplorer(TransitionSystem system, List<Property> properties) {
        this.interpreter = new Interpreter(system);
        this.predicates = properties.stream()
                .filter(p -> p.kind().stateInvariant() || p.kind() == Property.Kind.COVER)
                .toList();
        this.ofSteps =
                properties.stream().filter(p -> p.kind() == Property.Kind.STEP).toList();
    }

    /**
     * @param properties whose truth to note; those that neither a state nor a step decides are passed over
     * @param most states to find
     * @param watch is told how many states are found, and says whether to stop
     */
    public static GraphExploration explore(TransitionSystem system, List<Property> properties, int most, Watch watch) {
        return new GraphExplorer(system, properties).explore(most, watch);
    }

    /** Looks on. */
    @FunctionalInterface
    public interface Watch {
        /** @return whether to stop */
        boolean found(int states);

        /** Nobody looks. */
        static Watch of(BooleanSupplier cancelled) {
            return states -> cancelled.getAsBoolean();
        }
    }

    private GraphExploration explore(int most, Watch watch) {
        number(interpreter.initial());
        for (int i = 0; i < states.size(); i++) {
            if (watch.found(states.size())) {
                return new GraphExploration.Cancelled(states.size());
            }
            expand(states.get(i));
            if (states.size() > most) {
                return new GraphExploration.TooMany(states.size(), states.size() - i - 1);
            }
        }
        return new GraphExploration.All(
                new ReachableGraph(interpreter.system(), states, endings, predicates, holding, steps));
    }

    private int number(State state) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        return states.size() - 1;
    }

    private void expand(State state) {
        List<Step> successors = interpreter.successors(state);
        List<Edge> edges = new ArrayList<>();
        for (Step step : successors) {
            ActionWords action = ActionWords.of(interpreter.system(), step.action());
            edges.add(new Edge(
                    number(step.after()),
                    StepWords.of(interpreter, state, step),
                    (action.who() + " " + action.what()).strip(),
                    refuted(state, step)));
        }
        steps.add(edges);
        endings.add(ending(state, successors.isEmpty()));
        Evaluator at = interpreter.evaluator(state);
        BitSet holds = new BitSet();
        for (int i = 0; i < predicates.size(); i++) {
            holds.set(i, at.holds(predicates.get(i).left(), Environment.EMPTY));
        }
        holding.add(holds);
    }

    private List<String> refuted(State before, Step step) {
        if (ofSteps.isEmpty() || before.equals(step.after())) {
            return List.of();
        }
        Evaluator over = interpreter.evaluator(before, step.after());
        return ofSteps.stream()
                .filter(p -> !over.holds(p.left(), Environment.EMPTY))
                .map(Property::name)
                .toList();
    }

    private Ending ending(State state, boolean stuck) {
        if (interpreter.stopped(state)) {
            return Ending.ERROR;
        }
        if (!stuck) {
            return Ending.NONE;
        }
        return interpreter.terminal(state) ? Ending.TERMINAL : Ending.DEADLOCK;
    }
}
