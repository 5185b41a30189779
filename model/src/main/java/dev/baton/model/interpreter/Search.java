package dev.baton.model.interpreter;

import dev.baton.model.coverage.Coverage;
import dev.baton.model.coverage.Goals;
import dev.baton.model.fairness.Graph;
import dev.baton.model.fairness.Ints;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Breadth-first search of everything reachable: the states, the graph if it is asked for, and the counts. */
final class Search {
    private static final int TICKS_A_QUESTION = 1 << 7;

    private final Interpreter interpreter;
    private final Budget budget;
    private final SafetyProperties safety;
    private final Sightings sightings;

    private final StateTable states;
    private final Ints parents = new Ints();
    private final State initial;
    private final FairUnits units;
    private final Optional<Graph> graph;

    private long generated = 1;
    private int depth = 1;
    private int expanded;
    private int ticks;
    private String phase = "search";

    /**
     * @param properties to decide on the way, those of them that a state or a step decides
     * @param edges whether to keep the graph's edges, for liveness
     */
    Search(TransitionSystem system, List<Property> properties, boolean edges, Budget budget) {
        Interpreter unwatched = new Interpreter(system);
        this.budget = budget;
        this.states = new StateTable(system.variables());
        this.initial = unwatched.initial();
        this.units = new FairUnits(unwatched, initial);
        this.graph = edges ? Optional.of(new Graph(0)) : Optional.empty();
        this.interpreter = new Interpreter(system, this::tick);
        this.safety = new SafetyProperties(interpreter, properties);
        this.sightings = new Sightings(interpreter, Goals.of(system, properties));
    }

    /**
     * Visits everything, or what so many steps lead to.
     *
     * @return whether that is everything
     * @throws Exhausted if the budget says so; what was found stays
     */
    boolean run(OptionalInt steps) {
        states.add(initial);
        parents.add(-1);
        safety.state(initial, () -> path(0));
        sightings.state(initial);
        int levelEnd = 1;
        for (; expanded < states.size(); expanded++) {
            if (expanded == levelEnd) {
                depth++;
                levelEnd = states.size();
            }
            if (steps.isPresent() && depth > steps.getAsInt()) {
                return false;
            }
            expand(expanded);
        }
        return true;
    }

    private void expand(int number) {
        State state = states.get(number);
        List<Step> steps = interpreter.successors(state);
        boolean mayStop = interpreter.terminal(state) || interpreter.stopped(state);
        generated += steps.size();
        if (mayStop && interpreter.system().terminal().isPresent()) {
            generated++;
        }
        if (steps.isEmpty() && !mayStop) {
            safety.deadlock(() -> path(number));
        }
        for (Step step : steps) {
            tick();
            sightings.step(state, step);
            int size = states.size();
            int next = states.add(step.after(), state, number);
            if (next == size) {
                parents.add(number);
                safety.state(step.after(), () -> path(next));
                sightings.state(step.after());
            }
            if (next != number) {
                safety.step(state, step, () -> extended(path(number), step));
                graph.ifPresent(kept -> kept.edge(next, kept.label(units.of(step))));
            }
        }
        graph.ifPresent(Graph::close);
    }

    /** What is known of a property; nothing while no state and no step has decided it. */
    Optional<Exploration.Outcome> decided(Property property) {
        return safety.decided(property);
    }

    /** Decides liveness, once {@link #run} is through. */
    Liveness liveness() {
        phase = "liveness";
        return new Liveness(interpreter, states, graph.orElseThrow(), units.obligations(), this::tick);
    }

    /** @throws Exhausted if the budget says so */
    private void tick() {
        ticks++;
        if (ticks % TICKS_A_QUESTION == 0) {
            budget.exhausted(progress()).ifPresent(reason -> {
                throw new Exhausted(reason);
            });
        }
    }

    private Budget.Progress progress() {
        long bytes = states.bytes() + parents.bytes() + graph.map(Graph::bytes).orElse(0L);
        return new Budget.Progress(phase, states.size(), generated, states.size() - expanded, depth, bytes);
    }

    /** A shortest trace to a state. */
    private Trace path(int number) {
        List<State> path = new ArrayList<>();
        for (int at = number; at >= 0; at = parents.get(at)) {
            path.add(states.get(at));
        }
        Collections.reverse(path);
        return interpreter.replay(path, OptionalInt.empty()).orElseThrow();
    }

    private static Trace extended(Trace trace, Step step) {
        List<Step> steps = new ArrayList<>(trace.steps());
        steps.add(step);
        return new Trace(trace.first(), steps, OptionalInt.empty());
    }

    /** What was used of what was written; all that ever is once {@link #run} has visited everything. */
    Coverage coverage() {
        return sightings.coverage();
    }

    int distinct() {
        return states.size();
    }

    long generated() {
        return generated;
    }

    int depth() {
        return depth;
    }
}
