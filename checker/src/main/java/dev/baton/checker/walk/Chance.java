package dev.baton.checker.walk;

/**
 * SplitMix64 (Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014): written out,
 * because a seed must mean the same walks with every JDK.
 */
final class Chance {
    /** What is added to the state for each number; 64 bits are drawn as {@code mixed(state += STRIDE)}. */
    static final long STRIDE = 0x9e3779b97f4a7c15L;

    private Chance() {}

    static long mixed(long state) {
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** The seed of a walk, from that of all walks, the number of its stint, and its number there. */
    static long walk(long seed, long stint, long walk) {
        return mixed(mixed(mixed(seed + STRIDE) + STRIDE * (stint + 1)) + STRIDE * (walk + 1));
    }
}
