package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a search has found up to now. */
final class Findings {

    /** A step from a visited state. */
    static final class Step {

        private final Target before;
        private final long[] after;

        Step(Target before, long[] after) {
            this.before = before;
            this.after = after;
        }

        Target before() {
            return before;
        }

        long[] after() {
            return after;
        }
    }

    private final SortedMap<Integer, Target> decided = new TreeMap<>();
    private final SortedMap<Integer, Step> refuted = new TreeMap<>();
    private Optional<Target> deadlock = Optional.empty();

    SortedMap<Integer, Target> decided() {
        return decided;
    }

    SortedMap<Integer, Step> refuted() {
        return refuted;
    }

    Optional<Target> deadlock() {
        return deadlock;
    }

    boolean isEmpty() {
        return decided.isEmpty() && refuted.isEmpty() && deadlock.isEmpty();
    }

    void decided(int property, Target state) {
        decided.putIfAbsent(property, state);
    }

    void refuted(int property, Step step) {
        refuted.putIfAbsent(property, step);
    }

    void deadlock(Target state) {
        if (deadlock.isEmpty()) {
            deadlock = Optional.of(state);
        }
    }

    /** Adds what was found in the steps of a level. */
    void add(int number, Level level, StepFindings steps, int properties) {
        if (steps.deadlock() != StepFindings.NOWHERE) {
            deadlock(target(number, level, steps.deadlock()));
        }
        for (int i = 0; i < properties; i++) {
            if (steps.rank(i) != StepFindings.NOWHERE) {
                refuted(i, new Step(target(number, level, steps.rank(i)), steps.after(i)));
            }
        }
    }

    private static Target target(int number, Level level, long rank) {
        int partition = level.partition(rank);
        return new Target(number, partition, level.index(partition, rank));
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(decided.size());
        for (Map.Entry<Integer, Target> entry : decided.entrySet()) {
            out.put(entry.getKey());
            save(entry.getValue(), out);
        }
        out.put(refuted.size());
        for (Map.Entry<Integer, Step> entry : refuted.entrySet()) {
            out.put(entry.getKey());
            save(entry.getValue().before(), out);
            out.put(entry.getValue().after());
        }
        out.put(deadlock.isPresent() ? 1 : 0);
        if (deadlock.isPresent()) {
            save(deadlock.orElseThrow(), out);
        }
    }

    void restore(CheckpointReader in) throws IOException {
        for (long left = in.get(); left > 0; left--) {
            decided((int) in.get(), target(in));
        }
        for (long left = in.get(); left > 0; left--) {
            refuted((int) in.get(), new Step(target(in), in.getLongs()));
        }
        if (in.get() != 0) {
            deadlock(target(in));
        }
    }

    private static void save(Target target, CheckpointWriter out) throws IOException {
        out.put(target.level());
        out.put(target.partition());
        out.put(target.index());
    }

    private static Target target(CheckpointReader in) throws IOException {
        return new Target((int) in.get(), (int) in.get(), in.get());
    }
}
