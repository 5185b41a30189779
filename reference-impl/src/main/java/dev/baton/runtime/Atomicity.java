package dev.baton.runtime;

/** How steps of a machine are kept apart. */
public enum Atomicity {
    /** Every step touches at most one shared word, so that it is atomic as it is. */
    LOCK_FREE,
    /** Some step touches more: each step holds the machine's lock, which outlives whoever dies with it. */
    LOCKED
}
