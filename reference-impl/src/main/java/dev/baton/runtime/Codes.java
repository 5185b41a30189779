package dev.baton.runtime;

/**
 * The codes {@code lo..hi} of a type's values, of which a parameter of an action takes each.
 *
 * @param lo the lowest, inclusive
 * @param hi the highest, inclusive
 */
public record Codes(long lo, long hi) {

    /** The codes {@code 0..size-1}. */
    public static Codes of(long size) {
        return new Codes(0, size - 1);
    }

    /** The codes of {@code lo..hi}. */
    public static Codes range(long lo, long hi) {
        return new Codes(lo, hi);
    }

    /** How many there are. */
    public long size() {
        return Math.max(0, hi - lo + 1);
    }
}
