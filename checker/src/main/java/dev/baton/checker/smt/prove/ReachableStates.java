package dev.baton.checker.smt.prove;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** All reachable states, as the interpreter finds them, if there are not too many. Found once, for whoever asks. */
final class ReachableStates {
    private static final int MOST = 200_000;

    private final Interpreter interpreter;
    /** Each state with the one that it was found from; the first with itself. */
    private final Map<State, State> seen = new LinkedHashMap<>();

    private final Deque<State> open = new ArrayDeque<>();
    private Optional<List<State>> all = Optional.empty();

    ReachableStates(TransitionSystem system) {
        this.interpreter = new Interpreter(system);
        State first = interpreter.initial();
        seen.put(first, first);
        open.add(first);
    }

    /** Goes on looking until all are there, there are too many, or the one who asks does not want to know any more. */
    synchronized Optional<List<State>> all(BooleanSupplier cancelled) {
        while (!open.isEmpty() && seen.size() <= MOST && !cancelled.getAsBoolean()) {
            State before = open.remove();
            for (Step step : interpreter.successors(before)) {
                if (seen.putIfAbsent(step.after(), before) == null) {
                    open.add(step.after());
                }
            }
        }
        if (open.isEmpty() && all.isEmpty()) {
            all = Optional.of(List.copyOf(seen.keySet()));
        }
        return all;
    }

    /** A shortest way from the first state to one of these. */
    synchronized List<State> way(State to) {
        Deque<State> way = new ArrayDeque<>(List.of(to));
        for (State before = from(to); !before.equals(way.getFirst()); before = from(before)) {
            way.addFirst(before);
        }
        return List.copyOf(way);
    }

    private State from(State state) {
        return Objects.requireNonNull(seen.get(state), "not a reachable state");
    }

    /** Why not all are there. */
    synchronized String missing() {
        return seen.size() > MOST
                ? "more than " + MOST + " reachable states"
                : "not all reachable states are known yet";
    }
}
