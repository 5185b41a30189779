package dev.baton.checker.explicit.search;

import java.util.List;

/**
 * The states of one level in their canonical order: partition by partition, in each as they were added. A state's place
 * in that order is its rank.
 */
final class Level {

    private final List<? extends Partition> partitions;
    private final long[] begins;
    private final long[] ranks = new long[Partition.COUNT + 1];

    /**
     * @param begins index of the first state of the level in each partition
     * @param ends index after the last
     */
    Level(List<? extends Partition> partitions, long[] begins, long[] ends) {
        this.partitions = partitions;
        this.begins = begins;
        for (int p = 0; p < Partition.COUNT; p++) {
            ranks[p + 1] = ranks[p] + ends[p] - begins[p];
        }
    }

    long size() {
        return ranks[Partition.COUNT];
    }

    int partition(long rank) {
        int low = 0;
        int high = Partition.COUNT - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranks[middle + 1] <= rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of a state in its partition. */
    long index(int partition, long rank) {
        return begins[partition] + rank - ranks[partition];
    }

    /** Copies the states from {@code rank} on. */
    void read(long rank, int count, int words, long[] to) {
        int put = 0;
        for (int p = partition(rank); put < count; p++) {
            long first = Math.max(rank, ranks[p]);
            int n = (int) Math.min(ranks[p + 1] - first, count - put);
            if (n > 0) {
                partitions.get(p).read(index(p, first), n, to, put * words);
                put += n;
            }
        }
    }
}
