package dev.baton.checker.explicit.search;

import java.io.IOException;

/**
 * The visited states whose hash begins with the same bits, numbered in the order in which they were added. One worker
 * at a time has a partition, so nothing here is locked.
 *
 * <p>The number of partitions is fixed, whatever the number of workers: the order of states within a level is that of
 * their partitions, then that within the partition, and so is the same for any number of workers.
 */
sealed interface Partition extends AutoCloseable permits WordPartition, IndexedPartition, FingerprintPartition {

    /** Bits of the hash that choose the partition. */
    int BITS = 6;

    /** How many there are. */
    int COUNT = 1 << BITS;

    /** Load at which a table grows, in 1/16. */
    int MOST_LOAD = 12;

    /** Load up to which a table is used when it cannot grow, in 1/16. */
    int LAST_LOAD = 15;

    static int of(long hash) {
        return (int) (hash >>> (64 - BITS));
    }

    /** Slots of so many bytes are small: there may be more of them free. */
    int SMALL_SLOT = 5;

    /** Slots of the first table: staggered, so that at any time some partitions are about to grow and some just did. */
    static long firstCapacity(int partition, int slotBytes) {
        int place = Integer.reverse(partition) >>> (32 - BITS);
        return (long) (512 * Math.pow(growth(slotBytes), (double) place / COUNT));
    }

    /** The capacity after this one. */
    static long nextCapacity(long capacity, int slotBytes) {
        return (long) (capacity * growth(slotBytes));
    }

    private static double growth(int slotBytes) {
        return slotBytes <= SMALL_SLOT ? 2 : 1.5;
    }

    /**
     * Adds those of the candidates that are new, in their order. Once memory is refused, nothing more is added.
     *
     * @param begin of the first candidate in {@code from}, in words
     * @param end after the last
     */
    void insert(long[] from, int begin, int end);

    /** Whether a state was added (or, where only fingerprints are kept, one that looks like it). */
    boolean contains(long[] state, int at);

    /** States added so far. */
    long size();

    /** States that the table has slots for. */
    long capacity();

    /** Whether a state could not be added for want of memory. */
    boolean refused();

    /** Copies states from {@code index} on. A partition that keeps fingerprints has only those of the last levels. */
    void read(long index, int count, long[] to, int at);

    /** Says that the states added up to now are a level. */
    void endLevel();

    /** Writes down all that is needed to go on. */
    void save(CheckpointWriter out) throws IOException;

    /** Takes what was saved into an empty partition. Whether there is memory for it, {@link #refused} tells. */
    void restore(CheckpointReader in) throws IOException;

    @Override
    void close();
}
