package dev.baton.runtime;

/** What became of an IPI that was raised (rule 7). */
public enum Raised {
    /** It is pending now. */
    PENDING,
    /** It was pending already (as often as it can be): nothing changed. */
    COALESCED,
    /** The target or its core is off or crashed: nothing changed. */
    DROPPED
}
