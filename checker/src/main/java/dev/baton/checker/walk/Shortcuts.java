package dev.baton.checker.walk;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways without the detours that random walks make. */
final class Shortcuts {
    private Shortcuts() {}

    /**
     * The states of a walk without its loops: where it comes back to a state, what was between is left out.
     *
     * @param seed of the walk
     * @param steps to go
     */
    static List<State> withoutLoops(Walker walker, long seed, int steps) {
        List<State> path = new ArrayList<>();
        Map<State, Integer> places = new HashMap<>();
        walker.restart();
        visit(walker.state(), path, places);
        long random = seed;
        for (int i = 0; i < steps; i++) {
            random += Chance.STRIDE;
            if (walker.step(Chance.mixed(random)) == Walker.NOWHERE) {
                throw new IllegalStateException("a walk ended early when it was walked again");
            }
            visit(walker.state(), path, places);
        }
        return path;
    }

    private static void visit(State state, List<State> path, Map<State, Integer> places) {
        Integer place = places.get(state);
        if (place == null) {
            places.put(state, path.size());
            path.add(state);
            return;
        }
        List<State> loop = path.subList(place + 1, path.size());
        loop.forEach(places::remove);
        loop.clear();
    }

    /** A shortest way from the first to the last of these states that goes through no others. */
    static List<State> amongThem(Interpreter interpreter, List<State> path) {
        Set<State> open = new HashSet<>(path);
        Map<State, State> before = new HashMap<>();
        Deque<State> queue = new ArrayDeque<>();
        State first = path.getFirst();
        State last = path.getLast();
        open.remove(first);
        queue.add(first);
        while (open.contains(last)) {
            State state = queue.remove();
            for (Step step : interpreter.successors(state)) {
                if (open.remove(step.after())) {
                    before.put(step.after(), state);
                    queue.add(step.after());
                }
            }
        }
        List<State> shortest = new ArrayList<>(List.of(last));
        for (State at = before.get(last); at != null; at = before.get(at)) {
            shortest.add(at);
        }
        Collections.reverse(shortest);
        return shortest;
    }
}
