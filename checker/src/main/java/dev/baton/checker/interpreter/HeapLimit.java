package dev.baton.checker.interpreter;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a heap that is full from one that only looks so: garbage counts as used until it is collected. So a heap that
 * looks full is collected and looked at again, but not before there is reason to expect another answer than last time.
 */
final class HeapLimit {
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private final long limit;
    private boolean collected;
    private long collectedAt;
    private long storedThen;
    private long roomThen;

    /**
     * @param memory bytes of heap that may be in use; if not said, and at most, four fifths of what the garbage
     *     collector has for objects that live long (with some collectors that is all of the heap, with others two
     *     thirds)
     */
    HeapLimit(Optional<Long> memory) {
        long forLongLife = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getUsage().getMax())
                .max()
                .orElse(-1);
        long all = Runtime.getRuntime().maxMemory();
        long most = (forLongLife < 0 ? all : forLongLife) / 5 * 4;
        this.limit = Math.min(memory.orElse(most), most);
    }

    long limit() {
        return limit;
    }

    /** Bytes of heap in use, garbage included. */
    static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /**
     * Whether what is in use, garbage left out, is over the limit.
     *
     * @param stored bytes that the search knows to hold: what it grows by, the heap grows by at least
     * @param now nanoseconds, as of {@link System#nanoTime}
     */
    boolean exceeded(long stored, long now) {
        if (used() <= limit) {
            return false;
        }
        if (collected && stored - storedThen < roomThen / 4 && now - collectedAt < PATIENCE) {
            return false;
        }
        System.gc();
        collected = true;
        collectedAt = now;
        storedThen = stored;
        roomThen = limit - used();
        return roomThen < 0;
    }
}
