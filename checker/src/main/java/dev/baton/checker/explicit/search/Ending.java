package dev.baton.checker.explicit.search;

/** Why a search ended. */
public enum Ending {
    /** Every reachable state was expanded. */
    COMPLETE,
    /** A property was decided, and the search was to stop then; or all was that anybody asked for. */
    DECIDED,
    /** The bound on levels was met; whether there is more is not known. */
    LEVELS,
    /** More memory was needed than allowed, or than there is. */
    MEMORY,
    /** The {@link dev.baton.checker.Watch} cancelled it. */
    CANCELLED
}
