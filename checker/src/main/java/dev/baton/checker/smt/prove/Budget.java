package dev.baton.checker.smt.prove;

import java.time.Duration;

/**
 * The time that a property has, all its turns together: some for methods to decide it, all for that and the check of
 * what they found, and for a look at what stands in the way.
 */
final class Budget {
    /** Of so many parts of the time one is kept for the check. */
    private static final int PARTS = 10;

    private final long whole;
    private long spent;
    private long begun;

    Budget(Duration whole) {
        this.whole = whole.toNanos();
    }

    /** The clock goes. */
    void begin() {
        begun = System.nanoTime();
    }

    /** The clock stands still. */
    void end() {
        spent += System.nanoTime() - begun;
    }

    /** When methods should stop that may take so long from now on at most; as of {@link System#nanoTime}. */
    long search(Duration most) {
        return begun + Math.min(most.toNanos(), whole - whole / PARTS - spent);
    }

    /** When everything should stop. */
    long everything() {
        return begun + whole - spent;
    }
}
