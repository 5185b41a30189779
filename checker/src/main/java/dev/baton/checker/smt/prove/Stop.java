package dev.baton.checker.smt.prove;

import dev.baton.checker.Watch;
import dev.baton.checker.smt.solver.MemoryLimit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether work should stop, for want of time or memory or because the user wants to; and why. Asked by any thread. */
final class Stop implements BooleanSupplier {
    private final Watch watch;
    private final long end;
    private final MemoryLimit memory;
    private volatile Optional<String> reason = Optional.empty();

    /** @param end as of {@link System#nanoTime} */
    Stop(Watch watch, long end, MemoryLimit memory) {
        this.watch = watch;
        this.end = end;
        this.memory = memory;
    }

    @Override
    public boolean getAsBoolean() {
        if (reason.isEmpty()) {
            reason = now();
        }
        return reason.isPresent();
    }

    private Optional<String> now() {
        if (watch.cancelled()) {
            return Optional.of("cancelled");
        }
        if (System.nanoTime() - end >= 0) {
            return Optional.of("no time is left");
        }
        return memory.exceeded() ? Optional.of(memory.reason()) : Optional.empty();
    }

    /** Why it said that work should stop; empty if it did not. */
    Optional<String> reason() {
        return reason;
    }
}
