package dev.baton.checker.explicit.search;

/**
 * The candidates that one stretch of a level leads to, sorted by partition; within a partition in the order of the
 * states they come from.
 */
final class Block {

    /** Most states a block, before expansion. */
    static final int STATES = 4096;

    long[] candidates = new long[0];

    /** Where the candidates of each partition begin, in words. */
    final int[] begins = new int[Partition.COUNT + 1];

    /** Successors, and stutterings if they count. */
    long generated;
}
