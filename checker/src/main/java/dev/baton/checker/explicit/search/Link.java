package dev.baton.checker.explicit.search;

/**
 * How a state was first reached, in one word: the partition and the index of the state before it, and the instance of
 * that step.
 */
final class Link {

    private static final int INSTANCE_BITS = 20;
    private static final int INDEX_BITS = Long.SIZE - Partition.BITS - INSTANCE_BITS;

    /** Of the first state. */
    static final long NONE = -1;

    /** No system has more instances than this. */
    static final int INSTANCES = (1 << INSTANCE_BITS) - 1;

    private Link() {}

    static long to(long partition, long index, int instance) {
        return ((partition << INDEX_BITS | index) << INSTANCE_BITS) | instance;
    }

    static int partition(long link) {
        return (int) (link >>> (INDEX_BITS + INSTANCE_BITS));
    }

    static long index(long link) {
        return (link >>> INSTANCE_BITS) & ((1L << INDEX_BITS) - 1);
    }

    static int instance(long link) {
        return (int) link & INSTANCES;
    }
}
