package dev.baton.model.interpreter;

import dev.baton.model.coverage.Coverage;
import dev.baton.model.system.Action;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Coverable.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a search has seen used so far. What has been seen is not looked for again. */
final class Sightings {
    private final Interpreter interpreter;
    private final List<Coverable> goals;
    private final List<Integer> ofStates = new ArrayList<>();
    private final List<Integer> ofSteps = new ArrayList<>();
    private final Set<Integer> seen = new TreeSet<>();

    Sightings(Interpreter interpreter, List<Coverable> goals) {
        this.interpreter = interpreter;
        this.goals = goals;
        for (int i = 0; i < goals.size(); i++) {
            switch (goals.get(i).sight()) {
                case Sight.Marked _ -> {}
                case Sight.OfState _ -> ofStates.add(i);
                case Sight.OfStep _ -> ofSteps.add(i);
            }
        }
    }

    /** A state was found. */
    void state(State state) {
        if (ofStates.isEmpty()) {
            return;
        }
        Evaluator at = interpreter.evaluator(state);
        ofStates.removeIf(goal -> goals.get(goal).sight() instanceof Sight.OfState sight
                && at.holds(sight.predicate(), Environment.EMPTY)
                && seen.add(goal));
    }

    /** A step was taken. */
    void step(State before, Step step) {
        List<Action.Mark> marks = step.action().marks().stream()
                .filter(mark -> !seen.contains(mark.coverable()))
                .toList();
        if (!marks.isEmpty()) {
            interpreter.marked(before, step, marks).forEach(mark -> seen.add(mark.coverable()));
        }
        if (ofSteps.isEmpty() || step.after().equals(before)) {
            return;
        }
        Evaluator over = interpreter.evaluator(before, step.after());
        ofSteps.removeIf(goal -> goals.get(goal).sight() instanceof Sight.OfStep sight
                && over.holds(sight.predicate(), Environment.EMPTY)
                && seen.add(goal));
    }

    Coverage coverage() {
        return new Coverage(goals, seen);
    }
}
