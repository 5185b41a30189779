package dev.baton.checker.explicit.search;

import java.util.Arrays;
import java.util.List;

/**
 * Some states that a search reached, of each partition the first ones, numbered from 0 without gaps. What is reached
 * later changes nothing here, numbers included.
 */
public final class NumberedStates {
    private final ReachableStates states;
    private final long[] ends;
    private final long[] firsts = new long[Partition.COUNT + 1];

    /** @param ends how many states of each partition are among these */
    NumberedStates(ReachableStates states, long[] ends) {
        this.states = states;
        this.ends = ends.clone();
        for (int p = 0; p < Partition.COUNT; p++) {
            firsts[p + 1] = firsts[p] + ends[p];
        }
    }

    /** Longs a state. */
    public int words() {
        return states.words();
    }

    /** How many there are. */
    public long size() {
        return firsts[Partition.COUNT];
    }

    /**
     * The number of a state, or -1 if it is not one of these.
     *
     * @throws IllegalStateException if the states are not {@link ReachableStates#numbered}
     */
    public long find(long[] state, int at) {
        int p = states.partitionOf(state, at);
        if (!(states.partitions().get(p) instanceof IndexedPartition partition)) {
            throw new IllegalStateException("states are not numbered");
        }
        long index = partition.find(state, at);
        return index < 0 || index >= ends[p] ? -1 : firsts[p] + index;
    }

    /**
     * Copies the state of a number.
     *
     * @throws UnsupportedOperationException if the states are not {@link ReachableStates#kept}
     */
    public void get(long number, long[] to, int at) {
        states.requireKept();
        if (number < 0 || number >= size()) {
            throw new IndexOutOfBoundsException("no state " + number);
        }
        int found = Arrays.binarySearch(firsts, number);
        int p = found < 0 ? -found - 2 : found;
        while (firsts[p + 1] == number) {
            p++; // nothing is in this partition
        }
        states.partitions().get(p).read(number - firsts[p], 1, to, at);
    }

    /**
     * Shows all states, by number.
     *
     * @throws UnsupportedOperationException if the states are not {@link ReachableStates#kept}
     */
    public void forEach(Visitor visitor) {
        states.requireKept();
        int words = words();
        long[] buffer = new long[Block.STATES * words];
        long number = 0;
        List<Partition> partitions = states.partitions();
        for (int p = 0; p < Partition.COUNT; p++) {
            for (long at = 0; at < ends[p]; at += Block.STATES) {
                int count = (int) Math.min(Block.STATES, ends[p] - at);
                partitions.get(p).read(at, count, buffer, 0);
                for (int i = 0; i < count; i++) {
                    visitor.visit(number++, buffer, i * words);
                }
            }
        }
    }

    /** Is shown a state. */
    @FunctionalInterface
    public interface Visitor {

        /** The state is {@code state[at]} and what follows, until this returns. */
        void visit(long number, long[] state, int at);
    }
}
