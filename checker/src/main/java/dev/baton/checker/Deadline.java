package dev.baton.checker;

import java.time.Duration;
import java.util.Optional;

/** A watch that also cancels when time is up. */
public final class Deadline implements Watch {
    private final Watch watch;
    private final Optional<Duration> timeout;
    private final long start;
    private volatile boolean expired;

    /** @param start nanoseconds, as of {@link System#nanoTime} */
    public Deadline(Watch watch, Optional<Duration> timeout, long start) {
        this.watch = watch;
        this.timeout = timeout;
        this.start = start;
    }

    @Override
    public boolean cancelled() {
        if (timeout.isPresent() && System.nanoTime() - start >= timeout.get().toNanos()) {
            expired = true;
        }
        return expired || watch.cancelled();
    }

    @Override
    public boolean interrupted() {
        return watch.interrupted();
    }

    @Override
    public void progress(Progress progress) {
        watch.progress(progress);
    }

    @Override
    public void notice(String sentence) {
        watch.notice(sentence);
    }

    /** Why it cancelled. */
    public String reason() {
        return expired ? "timeout after " + seconds(timeout.orElseThrow()) : "cancelled";
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
