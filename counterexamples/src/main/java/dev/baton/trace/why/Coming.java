package dev.baton.trace.why;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.trace.Change;
import dev.baton.trace.Effort;
import java.util.ArrayList;
import java.util.List;

/**
 * What a thread was about to write, if it alone had gone on.
 *
 * @param before the state in which it does
 * @param steps of the thread up to the one that writes
 * @param changes what the last of them changes
 */
record Coming(State before, List<Step> steps, List<Change> changes) {
    /** Further ahead nobody looks. */
    private static final int STEPS = 4;

    Coming {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }

    Step last() {
        return steps.getLast();
    }

    /** Beginning with a step, and as long as the thread has but one way to go on. */
    static List<Coming> of(Interpreter interpreter, State from, Step first, Effort effort) {
        List<Coming> all = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        State state = from;
        Step next = first;
        while (true) {
            steps.add(next);
            all.add(new Coming(state, steps, Change.between(interpreter.system(), state, next.after())));
            state = next.after();
            if (steps.size() == STEPS || !effort.spend()) {
                return all;
            }
            String thread = Course.thread(first);
            List<Step> own = interpreter.successors(state).stream()
                    .filter(step -> Course.thread(step).equals(thread))
                    .toList();
            if (own.size() != 1) {
                return all;
            }
            next = own.getFirst();
        }
    }
}
