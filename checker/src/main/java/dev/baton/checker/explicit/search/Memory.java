package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The off-heap memory of one search, counted to the byte.
 *
 * <p>The limit is split evenly over the partitions, so that which of them is refused more doesn't depend on how fast
 * each worker is: a search that ends for want of memory has the same counts for any number of workers.
 */
final class Memory {

    private static final long CACHE_LINE = 64;

    private final AtomicLong used = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();

    /** Bytes in use at the busiest moment. */
    long peak() {
        return peak.get();
    }

    long used() {
        return used.get();
    }

    /** What one partition may use. Not thread-safe: one worker at a time has a partition. */
    final class Share {

        private final long limit;
        private long mine;

        Share(long limit) {
            this.limit = limit;
        }

        /** Zeroed memory that lives as long as {@code arena}; empty if there is no more to be had. */
        Optional<MemorySegment> allocate(Arena arena, long bytes) {
            if (bytes > limit - mine) {
                return Optional.empty();
            }
            MemorySegment segment;
            try {
                segment = arena.allocate(bytes, CACHE_LINE);
            } catch (OutOfMemoryError e) {
                return Optional.empty(); // malloc gave nothing
            }
            mine += bytes;
            long now = used.addAndGet(bytes);
            peak.accumulateAndGet(now, Math::max);
            return Optional.of(segment);
        }

        /** Says that {@code bytes} of what was allocated are given back. */
        void released(long bytes) {
            mine -= bytes;
            used.addAndGet(-bytes);
        }
    }
}
