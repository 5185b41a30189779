package dev.baton.trace;

import java.util.function.BooleanSupplier;

/**
 * How much may still be tried for the sake of a better trace, counted in steps that the interpreter takes, so that the
 * outcome depends on no clock. What asks for more than there is gets nothing, and leaves things as they are.
 */
public final class Effort {
    private final BooleanSupplier cancelled;
    private int left;

    /**
     * @param steps that may be tried
     * @param cancelled whether nobody waits for the outcome any more; asked before each step
     */
    public Effort(int steps, BooleanSupplier cancelled) {
        this.left = steps;
        this.cancelled = cancelled;
    }

    /** Whether one more step may be tried, which then counts. */
    public boolean spend() {
        if (left <= 0 || cancelled.getAsBoolean()) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether nothing is left. */
    public boolean spent() {
        return left <= 0 || cancelled.getAsBoolean();
    }

    /** So many steps of it for one thing alone. */
    public Effort part(int steps) {
        return new Effort(steps, cancelled);
    }
}
