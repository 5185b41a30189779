package dev.baton.checker.smt;

import dev.baton.checker.Deadline;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.solver.MemoryLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Says whether to stop, for want of time or memory or because the user wants to, and by the way tells how far a run is:
 * solvers say nothing while they think.
 */
final class Pulse implements BooleanSupplier {
    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    private final Deadline deadline;
    private final MemoryLimit memory;
    private volatile String phase;
    private volatile boolean full;
    private long reported = System.nanoTime();

    Pulse(Deadline deadline, MemoryLimit memory, String phase) {
        this.deadline = deadline;
        this.memory = memory;
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
        full |= memory.exceeded();
        return full || deadline.cancelled();
    }

    /** Why it said that the run should stop; empty if it did not. */
    Optional<String> reason() {
        return full
                ? Optional.of(memory.reason())
                : Optional.of(deadline).filter(Deadline::cancelled).map(Deadline::reason);
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
