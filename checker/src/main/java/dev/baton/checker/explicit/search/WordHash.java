package dev.baton.checker.explicit.search;

/**
 * A hash of words of a given number of bits that is a bijection on them, so that it can stand for the word: two
 * multiplications by an odd number, each after a shift, all modulo 2^bits. As in any product the high bits are mixed
 * best.
 */
final class WordHash {

    private final int bits;
    private final int shift;
    private final long mask;

    /** @param bits that may be set in a word: from {@link Partition#BITS} + 2 to 64 */
    WordHash(int bits) {
        this.bits = bits;
        this.shift = bits / 2;
        this.mask = -1L >>> (Long.SIZE - bits);
    }

    int bits() {
        return bits;
    }

    long of(long word) {
        long h = (word ^ word >>> shift) * StateHash.MULTIPLIER & mask;
        return (h ^ h >>> shift) * StateHash.MULTIPLIER & mask;
    }

    int partition(long word) {
        return (int) (of(word) >>> (bits - Partition.BITS));
    }
}
