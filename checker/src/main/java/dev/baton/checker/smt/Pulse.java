package dev.baton.checker.smt;

import dev.baton.checker.Deadline;
import dev.baton.checker.Watch;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Asks whether to stop, and by the way tells how far a run is: solvers say nothing while they think. */
final class Pulse implements BooleanSupplier {
    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    private final Deadline deadline;
    private volatile String phase;
    private long reported = System.nanoTime();

    Pulse(Deadline deadline, String phase) {
        this.deadline = deadline;
        this.phase = phase;
    }

    /** What the run is at now. */
    void phase(String now) {
        phase = now;
    }

    @Override
    public boolean getAsBoolean() {
        if (due()) {
            deadline.progress(new Watch.Progress(
                    phase,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalDouble.empty()));
        }
        return deadline.cancelled();
    }

    private synchronized boolean due() {
        long now = System.nanoTime();
        if (now - reported < BETWEEN_REPORTS) {
            return false;
        }
        reported = now;
        return true;
    }
}
