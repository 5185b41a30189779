package dev.baton.checker.explicit.search;

/**
 * How a state was first reached, in one word: the partition and the index of the state before it, and which of that
 * state's successors it was.
 */
final class Link {

    private static final int SUCCESSOR_BITS = 20;
    private static final int INDEX_BITS = Long.SIZE - Partition.BITS - SUCCESSOR_BITS;

    /** Of the first state. */
    static final long NONE = -1;

    /** More successors than a state can have. */
    static final int SUCCESSORS = (1 << SUCCESSOR_BITS) - 1;

    private Link() {}

    static long to(long partition, long index, int successor) {
        return ((partition << INDEX_BITS | index) << SUCCESSOR_BITS) | successor;
    }

    static int partition(long link) {
        return (int) (link >>> (INDEX_BITS + SUCCESSOR_BITS));
    }

    static long index(long link) {
        return (link >>> SUCCESSOR_BITS) & ((1L << INDEX_BITS) - 1);
    }

    static int successor(long link) {
        return (int) link & SUCCESSORS;
    }
}
