package dev.baton.checker.explicit.search;

import java.util.ArrayList;
import java.util.List;

/** The numbers of the states that a search reached, as {@link ReachableStates#forEach} counts them. */
public final class Numbering {
    private final ReachableStates states;
    private final List<IndexedPartition> partitions = new ArrayList<>();
    private final long[] firsts = new long[Partition.COUNT];

    /** @param states numbered ones, to which nothing is added any more */
    Numbering(ReachableStates states) {
        this.states = states;
        long sum = 0;
        for (int p = 0; p < Partition.COUNT; p++) {
            if (!(states.partitions().get(p) instanceof IndexedPartition partition)) {
                throw new IllegalStateException("states are not numbered");
            }
            partitions.add(partition);
            firsts[p] = sum;
            sum += partition.size();
        }
    }

    /** The number of a state, or -1 if it was not reached. */
    public long find(long[] state, int at) {
        int p = states.partitionOf(state, at);
        long index = partitions.get(p).find(state, at);
        return index < 0 ? -1 : firsts[p] + index;
    }
}
