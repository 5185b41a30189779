package dev.baton.runtime.free;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds a strand to so many steps a second. */
final class Governor {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** What may be made up for. */
    private static final long BURST = TimeUnit.MILLISECONDS.toNanos(10);

    private final long each;
    private long next;

    /** @param perSecond 0: as fast as it can */
    Governor(long perSecond) {
        this.each = perSecond <= 0 ? 0 : Math.max(1, SECOND / perSecond);
        this.next = System.nanoTime();
    }

    /** Whether it never holds anybody. */
    boolean isFree() {
        return each == 0;
    }

    void await() {
        if (each == 0) {
            return;
        }
        long now = System.nanoTime();
        while (now < next) {
            LockSupport.parkNanos(next - now);
            now = System.nanoTime();
        }
        next = Math.max(next + each, now - BURST);
    }
}
