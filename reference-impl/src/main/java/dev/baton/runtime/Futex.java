package dev.baton.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waiting for a word of shared memory without spinning: Linux's futex, or else looking again and again with growing
 * pauses.
 */
final class Futex {
    private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(2);
    /** Where the low half of a long lies, which is what a futex looks at. */
    private static final int LOW = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : Integer.BYTES;

    private Futex() {}

    /** Whether the system wakes who waits. */
    static boolean isNative() {
        return Linux.HERE.isPresent();
    }

    /** Waits while the low half of a word has this value, at most so long; may come back too early. */
    static void await(MemorySegment memory, long offset, int expected, long nanos) {
        if (nanos <= 0) {
            return;
        }
        if (Linux.HERE.isPresent()) {
            try {
                Linux.HERE.get().futexWait(memory.address() + offset + LOW, expected, nanos);
            } finally {
                Reference.reachabilityFence(memory);
            }
        } else {
            poll(memory, offset, expected, nanos);
        }
    }

    /** Waits without the system's help. */
    static void poll(MemorySegment memory, long offset, int expected, long nanos) {
        long until = System.nanoTime() + nanos;
        long pause = SHORTEST;
        while ((int) (long) RawWords.LONG.getVolatile(memory, offset) == expected) {
            long left = until - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(Math.min(pause, left));
            pause = Math.min(2 * pause, LONGEST);
        }
    }

    /** Wakes all who wait for a word. */
    static void wake(MemorySegment memory, long offset) {
        if (Linux.HERE.isPresent()) {
            try {
                Linux.HERE.get().futexWake(memory.address() + offset + LOW);
            } finally {
                Reference.reachabilityFence(memory);
            }
        }
    }
}
