package dev.baton.runtime;

import java.lang.foreign.MemorySegment;

/** Waiting for a word of shared memory without spinning: Linux's futex where there is one. */
final class Futex {
    private Futex() {}

    static void await(MemorySegment memory, long offset, int expected, long nanos) {
        throw new UnsupportedOperationException();
    }

    static void wake(MemorySegment memory, long offset) {
        throw new UnsupportedOperationException();
    }
}
