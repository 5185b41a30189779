package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.facts.Facts;
import dev.baton.checker.smt.solver.Session;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Asks for counterexamples of no step, of one step, of two, and so on: either of properties that states and steps
 * decide, or of liveness, all of them at once. For one thread.
 */
public final class BoundedSearch {
    private final Line line;
    private int steps = -1;
    private OptionalInt farthest = OptionalInt.empty();

    private BoundedSearch(Line line) {
        this.line = line;
    }

    /** Of safety and covers. */
    public static BoundedSearch ofSafety(Session session, BoundedQuestions questions) {
        return new BoundedSearch(new SafetySearch(
                session, questions.system(), questions.step(), questions.reduce(), questions.targets()));
    }

    /** Of liveness. */
    public static BoundedSearch ofLiveness(Session session, BoundedQuestions questions) {
        return new BoundedSearch(new LassoSearch(
                session, questions.system(), questions.step(), questions.interpreter(), questions.ofBehaviours()));
    }

    /** Behaviours of up to so many steps were looked at; -1 before {@link #deepen}. */
    public int steps() {
        return steps;
    }

    /** Whether looking at more steps decides nothing more. */
    public boolean done() {
        return line.done() || farthest.isPresent();
    }

    /**
     * How many steps away the farthest state is at most, if all were come to: then what was not found does not exist.
     */
    public OptionalInt farthest() {
        return farthest;
    }

    /** Makes use of what is proved from here on. */
    public void learn(Facts facts) {
        line.learn(facts);
    }

    /**
     * Looks at behaviours of one more step. What is found is told at once, and stands if the solver then stops
     * answering, which {@code StoppedException} says.
     */
    public void deepen(Consumer<Found> found) {
        if (steps < 0) {
            line.first(found);
        } else if (!done()) {
            line.next(found);
            if (!line.done() && line.exhausted()) {
                farthest = OptionalInt.of(steps);
            }
        }
        steps++;
    }
}
