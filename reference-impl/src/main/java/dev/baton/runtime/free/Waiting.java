package dev.baton.runtime.free;

import dev.baton.runtime.Signal;
import java.util.concurrent.TimeUnit;

/**
 * How a strand waits for something to change: it looks again at once, then lets others run, then sleeps. Only of who is
 * about to sleep do those who change something have to take notice.
 */
final class Waiting {
    /** So many looks in vain, most of them some hundred nanoseconds apart, before it sleeps. */
    private static final int LOOKS = 100;

    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(100);

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
    void again(long atMost) {
        look(Math.min(atMost, nap));
    }

    /** The same, sleeping for long: whatever matters gives notice. */
    void idle() {
        look(IDLE);
    }

    @SuppressWarnings("ThreadPriorityCheck") // Others get on sooner; nothing relies on it.
    private void look(long atMost) {
        looks++;
        if (looks == 1) {
            Thread.onSpinWait();
        } else if (looks <= LOOKS) {
            Thread.yield();
        } else {
            sleep(atMost);
        }
    }

    /** Sleeps if there was nothing to do even after it has said that it is about to. */
    private void sleep(long atMost) {
        rest.looked();
        if (armed) {
            signal.await(seen, atMost);
            signal.disarm();
            armed = false;
        } else {
            seen = signal.arm();
            armed = true;
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
