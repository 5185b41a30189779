package dev.baton.runtime.free;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds a strand to so many steps a second. */
final class Governor {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** What may be made up for. */
    private static final long BURST = TimeUnit.MILLISECONDS.toNanos(10);

    /** How long it may take to see that the run, or this life, is over. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final long each;
    private final Runnable attend;
    private long next;

    /**
     * @param perSecond 0: as fast as it can
     * @param attend looks, while it holds somebody, whether all is over, and then throws
     */
    Governor(long perSecond, Runnable attend) {
        this.attend = attend;
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
            LockSupport.parkNanos(Math.min(next - now, LOOK));
            attend.run();
            now = System.nanoTime();
        }
        next = Math.max(next + each, now - BURST);
    }
}
