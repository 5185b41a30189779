package dev.baton.checker.smt.prove;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** All reachable states, as the interpreter finds them, if there are not too many. Found once, for whoever asks. */
final class ReachableStates {
    private static final int MOST = 200_000;

    private final Interpreter interpreter;
    private final Set<State> seen = new LinkedHashSet<>();
    private final Deque<State> open = new ArrayDeque<>();
    private Optional<List<State>> all = Optional.empty();

    ReachableStates(TransitionSystem system) {
        this.interpreter = new Interpreter(system);
        State first = interpreter.initial();
        seen.add(first);
        open.add(first);
    }

    /** Goes on looking until all are there, there are too many, or the one who asks does not want to know any more. */
    synchronized Optional<List<State>> all(BooleanSupplier cancelled) {
        while (!open.isEmpty() && seen.size() <= MOST && !cancelled.getAsBoolean()) {
            for (Step step : interpreter.successors(open.remove())) {
                if (seen.add(step.after())) {
                    open.add(step.after());
                }
            }
        }
        if (open.isEmpty() && all.isEmpty()) {
            all = Optional.of(List.copyOf(seen));
        }
        return all;
    }

    /** Why not all are there. */
    synchronized String missing() {
        return seen.size() > MOST
                ? "more than " + MOST + " reachable states"
                : "not all reachable states are known yet";
    }
}
