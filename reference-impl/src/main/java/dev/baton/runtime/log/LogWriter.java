package dev.baton.runtime.log;

import dev.baton.runtime.Point;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes one thread's events into its ring, each before its step takes effect. Waits where the ring is full until it is
 * drained: no event is lost.
 */
public final class LogWriter {
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

    private final LogRing ring;
    private long at;
    private long header;
    private boolean open;

    /** Goes on where the ring's last writer ended. */
    public LogWriter(LogRing ring) {
        this.ring = ring;
        this.at = ring.closed();
    }

    /** A step begins. Its locals follow, one {@link #local} each, and then {@link #begun}. */
    public void step(Point point, int locals) {
        begin(LogRing.header(LogRing.Kind.STEP, point.ordinal(), locals));
    }

    private void begin(long next) {
        long to = open ? at + LogRing.length(header) : at;
        if (to + LogRing.length(next) + LogRing.MOST - ring.read() > ring.words()) {
            awaitRoom(to + LogRing.length(next) + LogRing.MOST);
        }
        if (!open) {
            ring.opening();
        }
        at = to;
        header = next;
        ring.set(at, header);
        ring.set(at + 1, System.nanoTime());
    }

    private void awaitRoom(long end) {
        while (end - ring.read() > ring.words()) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** The n-th local's code. */
    public void local(int n, long code) {
        ring.set(at + 2 + n, code);
    }

    /** The event is whole; the one before it is closed. */
    public void begun() {
        if (open) {
            ring.closed(at);
        }
        ring.open(LogRing.WHOLE + at);
        open = true;
    }

    /** The open step has chosen. */
    public void choice(long code) {
        if (open && LogRing.choices(header) < LogRing.MOST) {
            ring.set(at + LogRing.length(header), code);
            header++;
            ring.set(at, header);
        }
    }

    /** The open step is taken back. */
    public void withdraw() {
        if (open) {
            ring.open(LogRing.NONE);
            open = false;
        }
    }

    /**
     * An IPI is delivered.
     *
     * @param unit its number among the units of its actor, see {@link LogNames}
     */
    public void deliver(int unit) {
        begin(LogRing.header(LogRing.Kind.DELIVER, unit, 0));
        begun();
    }

    /** A task, handler or action has ended; nothing is open afterwards. */
    public void end(int unit) {
        begin(LogRing.header(LogRing.Kind.END, unit, 0));
        begun();
        close();
    }

    /** The open event, if any, has happened, and nothing is known of what comes after it. */
    public void close() {
        if (open) {
            at += LogRing.length(header);
            ring.closed(at);
            ring.open(LogRing.NONE);
            open = false;
        }
    }
}
