package dev.baton.checker.explicit.search;

import dev.baton.checker.Watch;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Asks the watch often enough whether to stop, and tells it how far the search is. For the thread that searches. */
final class Pulse {

    private static final long ASK_EVERY = Duration.ofMillis(20).toNanos();
    private static final long TELL_EVERY = Duration.ofMillis(500).toNanos();

    private final Watch watch;
    private long asked = System.nanoTime();
    private long told = asked;

    /** Set once, read by all workers. */
    private volatile boolean cancelled;

    Pulse(Watch watch) {
        this.watch = watch;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Asks now. */
    boolean ask() {
        cancelled = cancelled || watch.cancelled();
        return cancelled;
    }

    /** To be called often. */
    boolean beat() {
        long now = System.nanoTime();
        if (now - asked >= ASK_EVERY) {
            asked = now;
            return ask();
        }
        return cancelled;
    }

    /** To be called now and then. */
    void tell(long distinct, long generated, long frontier, int depth, long bytes, double load) {
        long now = System.nanoTime();
        if (now - told >= TELL_EVERY) {
            told = now;
            watch.progress(new Watch.Progress(
                    "searching",
                    OptionalLong.of(distinct),
                    OptionalLong.of(generated),
                    OptionalLong.of(frontier),
                    OptionalInt.of(depth),
                    OptionalLong.of(bytes),
                    OptionalDouble.empty(),
                    OptionalDouble.of(load)));
        }
    }
}
