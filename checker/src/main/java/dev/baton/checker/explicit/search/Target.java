package dev.baton.checker.explicit.search;

/**
 * A visited state.
 *
 * @param level steps from the first state
 * @param index within the partition
 */
record Target(int level, int partition, long index) {}
