package dev.baton.runtime.free;

import dev.baton.runtime.Signal;
import java.util.concurrent.TimeUnit;

/** How a strand waits for something to change: it looks again at once, then lets others run, then sleeps. */
final class Waiting {
    private static final int LOOKS = 20;

    private final Signal signal;
    /** How long it sleeps where not every change is noticed. */
    private final long nap;

    private final Rest.Strand rest;

    private boolean armed;
    private long seen;
    private int looks;

    /** @param noticed whether whoever changes something gives notice */
    Waiting(Signal signal, boolean noticed, Rest.Strand rest) {
        this.signal = signal;
        this.rest = rest;
        this.nap = noticed ? TimeUnit.MILLISECONDS.toNanos(20) : TimeUnit.MICROSECONDS.toNanos(500);
    }

    /** Once more there was nothing to do. */
    void again() {
        again(nap);
    }

    /** The same, sleeping at most so long. */
    @SuppressWarnings("ThreadPriorityCheck") // Others get on sooner; nothing relies on it.
    void again(long atMost) {
        looks++;
        if (armed && looks > LOOKS) {
            rest.looked();
            signal.await(seen, Math.min(atMost, nap));
            signal.disarm();
            armed = false;
        } else if (looks > 1) {
            Thread.yield();
        }
        if (!armed) {
            seen = signal.arm();
            armed = true;
        }
    }

    /** Sleeps for long: whatever matters gives notice. */
    void idle() {
        rest.looked();
        if (!armed) {
            seen = signal.arm();
            armed = true;
        } else {
            signal.await(seen, TimeUnit.MILLISECONDS.toNanos(100));
            signal.disarm();
            armed = false;
        }
    }

    /** There was something to do. */
    void over() {
        if (armed) {
            signal.disarm();
            armed = false;
        }
        looks = 0;
        rest.over();
    }

    /** What it waits for, as far as others may want to know. */
    Rest.Strand rest() {
        return rest;
    }
}
