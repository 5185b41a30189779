package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.Arrays;

/**
 * What one worker found in the steps of one level: for each step property the first step that refutes it, and the first
 * deadlock. First is what comes from the state of the lowest rank, and among that state's steps the first.
 */
final class StepFindings {

    /** No rank is as high. */
    static final long NOWHERE = Long.MAX_VALUE;

    private final CompiledSystem system;
    private final int words;
    private final long[] ranks;
    private final long[][] afters;
    private long deadlock = NOWHERE;

    StepFindings(CompiledSystem system) {
        this.system = system;
        this.words = system.words();
        this.ranks = new long[system.stepProperties()];
        this.afters = new long[system.stepProperties()][];
        clear();
    }

    void clear() {
        Arrays.fill(ranks, NOWHERE);
        Arrays.fill(afters, new long[0]);
        deadlock = NOWHERE;
    }

    void deadlock(long rank) {
        deadlock = Math.min(deadlock, rank);
    }

    /** Looks at the steps from one state to those from {@code from} to {@code until}. */
    void steps(long rank, long[] before, int at, long[] to, int from, int until) {
        for (int i = from; i < until; i++) {
            if (!Arrays.equals(before, at, at + words, to, i * words, (i + 1) * words)) {
                long bits = system.refuted(before, at, to, i * words);
                while (bits != 0) {
                    int property = Long.numberOfTrailingZeros(bits);
                    bits &= bits - 1;
                    offer(property, rank, Arrays.copyOfRange(to, i * words, (i + 1) * words));
                }
            }
        }
    }

    private void offer(int property, long rank, long[] after) {
        if (rank < ranks[property]) {
            ranks[property] = rank;
            afters[property] = after;
        }
    }

    /** Takes what another found of the same level, where it comes first. */
    void merge(StepFindings other) {
        deadlock(other.deadlock);
        for (int i = 0; i < ranks.length; i++) {
            offer(i, other.ranks[i], other.afters[i]);
        }
    }

    long deadlock() {
        return deadlock;
    }

    /** Rank of the state before the first step that refutes the property, or {@link #NOWHERE}. */
    long rank(int property) {
        return ranks[property];
    }

    /** The state after that step. */
    long[] after(int property) {
        return afters[property];
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(deadlock);
        out.put(ranks);
        for (long[] after : afters) {
            out.put(after);
        }
    }

    void restore(CheckpointReader in) throws IOException {
        deadlock = in.get();
        System.arraycopy(in.getLongs(), 0, ranks, 0, ranks.length);
        for (int i = 0; i < afters.length; i++) {
            afters[i] = in.getLongs();
        }
    }
}
