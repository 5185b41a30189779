package dev.baton.checker.explicit.ir;

/** Arithmetic on bit fields. */
public final class Bits {
    private Bits() {}

    /** The lowest {@code width} bits set; {@code width} from 0 to 64. */
    public static long mask(int width) {
        return width == 64 ? -1 : (1L << width) - 1;
    }

    /** Bits needed to tell {@code count} values apart; {@code count} from 1. */
    public static int width(long count) {
        return count <= 1 ? 0 : 64 - Long.numberOfLeadingZeros(count - 1);
    }
}
