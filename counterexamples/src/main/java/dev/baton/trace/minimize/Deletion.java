package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Leaves out what is not needed: all that one actor does from some point on, runs of steps, single ones; and with them
 * what cannot be done without them. Over and over, until nothing more can go (a simple form of Zeller's delta
 * debugging).
 */
final class Deletion {
    private final Stage stage;

    private Deletion(Stage stage) {
        this.stage = stage;
    }

    static Trace of(Stage stage, Trace trace) {
        return new Deletion(stage).shortest(trace);
    }

    private Trace shortest(Trace trace) {
        Trace best = trace;
        Optional<Trace> shorter = Optional.of(trace);
        while (shorter.isPresent() && !stage.effort().spent()) {
            best = shorter.get();
            shorter = shorter(best);
        }
        return best;
    }

    private Optional<Trace> shorter(Trace trace) {
        List<Choice> script = Stage.script(trace);
        for (List<Integer> left : candidates(script)) {
            if (stage.effort().spent()) {
                return Optional.empty();
            }
            Optional<Trace> found = without(trace, script, left).filter(stage::shows);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What to leave out, the most first. */
    private static List<List<Integer>> candidates(List<Choice> script) {
        List<List<Integer>> all = new ArrayList<>();
        int n = script.size();
        for (int i = 0; i < n; i++) {
            String actor = script.get(i).actor();
            List<Integer> rest = new ArrayList<>();
            for (int j = i; j < n; j++) {
                if (script.get(j).actor().equals(actor)) {
                    rest.add(j);
                }
            }
            all.add(rest);
        }
        for (int size = n / 2; size >= 1; size = size == 1 ? 0 : Math.max(1, size / 2)) {
            for (int i = 0; i + size <= n; i++) {
                List<Integer> run = new ArrayList<>();
                for (int j = i; j < i + size; j++) {
                    run.add(j);
                }
                all.add(run);
            }
        }
        return all;
    }

    private Optional<Trace> without(Trace trace, List<Choice> script, List<Integer> left) {
        if (trace.loop().isEmpty() || trace.loop().getAsInt() == script.size()) {
            List<Step> steps = stage.playable(trace.first(), kept(script, 0, script.size(), left));
            OptionalInt loop = trace.loop().isEmpty() ? OptionalInt.empty() : OptionalInt.of(steps.size());
            return steps.size() < script.size()
                    ? Optional.of(ended(new Trace(trace.first(), steps, loop)))
                    : Optional.empty();
        }
        int loop = trace.loop().getAsInt();
        List<Step> stem = stage.playable(trace.first(), kept(script, 0, loop, left));
        Trace before = new Trace(trace.first(), stem, OptionalInt.empty());
        List<Step> steps = new ArrayList<>(stem);
        steps.addAll(stage.playable(before.last(), kept(script, loop, script.size(), left)));
        // a loop of no steps would be a stop, which says something else
        return steps.size() < script.size() && steps.size() > stem.size()
                ? Optional.of(new Trace(trace.first(), steps, OptionalInt.of(stem.size())))
                : Optional.empty();
    }

    /** A state may show it before the last. */
    private Trace ended(Trace trace) {
        if (trace.loop().isPresent()) {
            return trace;
        }
        for (int i = 0; i < trace.steps().size(); i++) {
            Trace start = new Trace(trace.first(), trace.steps().subList(0, i), OptionalInt.empty());
            if (stage.shows(start)) {
                return start;
            }
        }
        return trace;
    }

    private static List<Choice> kept(List<Choice> script, int from, int to, List<Integer> left) {
        List<Choice> kept = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!left.contains(i)) {
                kept.add(script.get(i));
            }
        }
        return kept;
    }
}
