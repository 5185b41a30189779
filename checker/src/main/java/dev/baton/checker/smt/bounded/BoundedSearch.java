package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.model.system.Property;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Asks for counterexamples of no step, of one step, of two, and so on, for all properties at once. */
public final class BoundedSearch {
    private final SafetySearch safety;
    private final LassoSearch liveness;
    private int steps = -1;
    private OptionalInt farthestForSafety = OptionalInt.empty();
    private OptionalInt farthestForLiveness = OptionalInt.empty();

    public BoundedSearch(Session session, BoundedQuestions questions) {
        StepClauses step = questions.step();
        SymbolicSystem system = questions.system();
        this.safety = new SafetySearch(session, system, step, questions.reduce(), questions.targets());
        this.liveness = new LassoSearch(session, system, step, questions.interpreter(), questions.ofBehaviours());
    }

    /** Behaviours of up to so many steps were looked at; -1 before {@link #deepen}. */
    public int steps() {
        return steps;
    }

    /** Whether looking at more steps decides nothing more. */
    public boolean done() {
        return !safetyGoesOn() && !livenessGoesOn();
    }

    private boolean safetyGoesOn() {
        return !safety.done() && farthestForSafety.isEmpty();
    }

    private boolean livenessGoesOn() {
        return !liveness.done() && farthestForLiveness.isEmpty();
    }

    /**
     * How many steps away the farthest state is at most, if all were come to: then what was not found of such a
     * property does not exist.
     */
    public OptionalInt farthest(Property property) {
        return property.kind().liveness() ? farthestForLiveness : farthestForSafety;
    }

    /**
     * Looks at behaviours of one more step. What is found is told at once, and stands if the solver then stops
     * answering, which {@code StoppedException} says.
     */
    public void deepen(Consumer<Found> found) {
        if (steps < 0) {
            safety.first(found);
            liveness.first(found);
        } else {
            if (safetyGoesOn()) {
                safety.next(found);
                if (!safety.done() && safety.exhausted()) {
                    farthestForSafety = OptionalInt.of(steps);
                }
            }
            if (livenessGoesOn()) {
                liveness.next(found);
                if (!liveness.done() && liveness.exhausted()) {
                    farthestForLiveness = OptionalInt.of(steps);
                }
            }
        }
        steps++;
    }
}
