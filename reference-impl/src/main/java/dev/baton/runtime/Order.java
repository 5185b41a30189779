package dev.baton.runtime;

/** The memory model of shared words (rule 9). */
public enum Order {
    /** Sequentially consistent: volatile accesses. */
    SC,
    /**
     * Total store order: loads acquire, stores release, and only {@link Core#fence} and locked operations hold back
     * what comes after. A stepped machine has a store buffer for each core instead.
     */
    TSO
}
