package dev.baton.checker.interpreter;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Watch;
import dev.baton.model.interpreter.Budget;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a request allows a run to cost, and who watches it. */
final class RunBudget implements Budget {
    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    private final Watch watch;
    private final long start;
    private final Optional<Duration> timeout;
    private final HeapLimit heap;
    private long reported;

    RunBudget(CheckRequest request, Watch watch, long start) {
        this.watch = watch;
        this.start = start;
        this.timeout = request.timeout();
        this.heap = new HeapLimit(request.memory());
        this.reported = start;
    }

    @Override
    public Optional<String> exhausted(Progress progress) {
        if (watch.cancelled()) {
            return Optional.of("cancelled");
        }
        long now = System.nanoTime();
        if (timeout.isPresent() && now - start >= timeout.get().toNanos()) {
            return Optional.of("timeout after " + seconds(timeout.get()));
        }
        if (heap.exceeded(progress.bytes(), now)) {
            return Optional.of("memory: " + (heap.limit() >> 20) + " MB of heap are full");
        }
        if (now - reported >= BETWEEN_REPORTS) {
            reported = now;
            watch.progress(new Watch.Progress(
                    progress.phase(),
                    OptionalLong.of(progress.distinct()),
                    OptionalLong.of(progress.generated()),
                    OptionalLong.of(progress.frontier()),
                    OptionalInt.of(progress.depth()),
                    OptionalLong.of(HeapLimit.used()),
                    OptionalDouble.empty()));
        }
        return Optional.empty();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
