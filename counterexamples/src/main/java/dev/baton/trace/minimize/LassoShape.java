package dev.baton.trace.minimize;

import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A short stem: the loop is entered where it is come to first, whichever of its states that is, and by a shortest way
 * as far as the effort reaches.
 */
final class LassoShape {
    /** So many steps are tried to find a shorter way to the loop. */
    private static final int STEPS = 2_000;

    private LassoShape() {}

    static Trace of(Stage stage, Trace trace) {
        if (trace.loop().isEmpty() || trace.loop().getAsInt() == trace.steps().size()) {
            return trace;
        }
        Trace shared = withoutShared(stage, trace);
        return nearer(stage, shared).orElse(shared);
    }

    /** A stem that ends with what the loop ends with went round already. */
    private static Trace withoutShared(Stage stage, Trace trace) {
        Trace best = trace;
        int loop = trace.loop().orElseThrow();
        for (int i = 1; i <= loop && i < trace.steps().size() - loop; i++) {
            if (!trace.state(loop - i).equals(trace.state(trace.steps().size() - i))) {
                return best;
            }
            Trace shorter = new Trace(
                    trace.first(), trace.steps().subList(0, trace.steps().size() - i), OptionalInt.of(loop - i));
            if (stage.shows(shorter)) {
                best = shorter;
            }
        }
        return best;
    }

    private static Optional<Trace> nearer(Stage stage, Trace trace) {
        int loop = trace.loop().orElseThrow();
        Map<State, Integer> targets = new HashMap<>();
        for (int i = loop; i < trace.steps().size(); i++) {
            targets.putIfAbsent(trace.state(i), i);
        }
        for (List<Step> way : ways(stage, trace.first(), targets, loop)) {
            State entry = way.isEmpty() ? trace.first() : way.getLast().after();
            int at = targets.getOrDefault(entry, loop);
            List<Step> steps = new ArrayList<>(way);
            steps.addAll(trace.steps().subList(at, trace.steps().size()));
            steps.addAll(trace.steps().subList(loop, at));
            Trace shorter = new Trace(trace.first(), steps, OptionalInt.of(way.size()));
            if (stage.shows(shorter)) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }

    /** Ways to the loop of less than so many steps, the shortest first. */
    private static List<List<Step>> ways(Stage stage, State first, Map<State, Integer> targets, int less) {
        Map<State, List<Step>> known = new HashMap<>();
        Deque<State> queue = new ArrayDeque<>();
        List<List<Step>> ways = new ArrayList<>();
        known.put(first, List.of());
        queue.add(first);
        int left = STEPS;
        while (!queue.isEmpty()) {
            State state = queue.remove();
            List<Step> way = known.getOrDefault(state, List.of());
            if (way.size() >= less) {
                break;
            }
            if (targets.containsKey(state)) {
                ways.add(way);
            }
            for (Step step : stage.interpreter().successors(state)) {
                if (left-- <= 0 || !stage.effort().spend()) {
                    return Collections.unmodifiableList(ways);
                }
                if (!known.containsKey(step.after())) {
                    List<Step> longer = new ArrayList<>(way);
                    longer.add(step);
                    known.put(step.after(), longer);
                    queue.add(step.after());
                }
            }
        }
        return Collections.unmodifiableList(ways);
    }
}
