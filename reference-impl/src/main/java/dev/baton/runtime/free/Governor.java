package dev.baton.runtime.free;

import dev.baton.runtime.StrandEnd;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Holds a strand to so many steps a second. */
final class Governor {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** What may be made up for. */
    private static final long BURST = TimeUnit.MILLISECONDS.toNanos(10);

    /** How long it may take to see that the run is over. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final long each;
    private final BooleanSupplier stopped;
    private long next;

    /**
     * @param perSecond 0: as fast as it can
     * @param stopped whether the run is over
     */
    Governor(long perSecond, BooleanSupplier stopped) {
        this.each = perSecond <= 0 ? 0 : Math.max(1, SECOND / perSecond);
        this.stopped = stopped;
        this.next = System.nanoTime();
    }

    /** Whether it never holds anybody. */
    boolean isFree() {
        return each == 0;
    }

    /** @throws StrandEnd if the run ends meanwhile */
    void await() {
        if (each == 0) {
            return;
        }
        long now = System.nanoTime();
        while (now < next) {
            LockSupport.parkNanos(Math.min(next - now, LOOK));
            if (stopped.getAsBoolean()) {
                throw new StrandEnd(StrandEnd.Reason.STOPPED);
            }
            now = System.nanoTime();
        }
        next = Math.max(next + each, now - BURST);
    }
}
