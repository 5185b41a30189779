package dev.baton.checker.explicit.search;

/**
 * Hashes of packed states, well mixed in all 64 bits: the highest bits choose the partition, the next ones the slot.
 * They serve as fingerprints too.
 */
final class StateHash {

    // Two rounds of multiply and xorshift after Pelle Evensen's "rrmxmx"; the constant is his.
    static final long MULTIPLIER = 0x9FB21C651E98DF25L;

    private StateHash() {}

    static long of(long word) {
        long h = word ^ word >>> 32;
        h *= MULTIPLIER;
        h ^= h >>> 28;
        return h * MULTIPLIER;
    }

    static long of(long[] state, int at, int words) {
        long h = 0;
        for (int i = 0; i < words; i++) {
            h = of(h ^ state[at + i]);
            h ^= h >>> 29;
        }
        return h * MULTIPLIER;
    }
}
