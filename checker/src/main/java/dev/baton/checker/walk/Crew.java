package dev.baton.checker.walk;

import dev.baton.checker.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Threads that do stints until all steps are taken, time is up, or somebody says stop; the caller waits and watches.
 */
final class Crew {
    /** Steps of a stint: some milliseconds of the compiled search. */
    private static final long A_STINT = 1 << 16;

    private static final Duration ASK_EVERY = Duration.ofMillis(20);
    private static final long TELL_EVERY = Duration.ofMillis(500).toNanos();

    private final WalkRequest request;
    private final Walkable walkable;
    private final Totals totals;
    private final Watch watch;
    private final long start;
    private final long mostSteps;
    private final long stintSteps;
    private final AtomicLong next = new AtomicLong();
    private final LongAdder walked = new LongAdder();
    private volatile boolean halted;
    private long told;

    /** @param start nanoseconds, as of {@link System#nanoTime} */
    Crew(WalkRequest request, Walkable walkable, Totals totals, Watch watch, long start) {
        this.request = request;
        this.walkable = walkable;
        this.totals = totals;
        this.watch = watch;
        this.start = start;
        this.told = start;
        this.mostSteps = request.steps().orElse(Long.MAX_VALUE);
        this.stintSteps = Math.max(A_STINT, request.depth());
    }

    /** @return whether time ran out */
    boolean walk() {
        boolean timedOut = false;
        try (ExecutorService threads = Executors.newFixedThreadPool(
                request.workers(), Thread.ofPlatform().daemon().name("walk-", 0).factory())) {
            try {
                List<Future<?>> workers = new ArrayList<>();
                for (int i = 0; i < request.workers(); i++) {
                    workers.add(threads.submit(this::work));
                }
                for (Future<?> worker : workers) {
                    while (!ended(worker)) {
                        timedOut |= timeUp();
                        if (timedOut || watch.cancelled()) {
                            halted = true;
                        }
                        tell();
                    }
                }
            } finally {
                halted = true;
            }
        }
        return timedOut;
    }

    private void work() {
        Walker walker = walkable.walker();
        while (!halted) {
            long number = next.getAndIncrement();
            if (number > (mostSteps - 1) / stintSteps) {
                return;
            }
            long most = Math.min(stintSteps, mostSteps - number * stintSteps);
            Stint stint = new Stint(request, number, walkable.kinds().size());
            if (totals.add(number, stint.run(walker, most, () -> halted, walked))) {
                halted = true;
            }
        }
    }

    /** Waits a moment. */
    private static boolean ended(Future<?> worker) {
        try {
            worker.get(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private boolean timeUp() {
        return request.timeout()
                .filter(timeout -> System.nanoTime() - start >= timeout.toNanos())
                .isPresent();
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - told < TELL_EVERY) {
            return;
        }
        told = now;
        long steps = walked.sum();
        watch.progress(new Watch.Progress(
                "walking",
                OptionalLong.empty(),
                OptionalLong.of(steps),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                done(steps, now)));
    }

    private OptionalDouble done(long steps, long now) {
        double ofSteps = request.steps().isPresent() ? (double) steps / mostSteps : 0;
        double ofTime = request.timeout()
                .map(timeout -> (double) (now - start) / timeout.toNanos())
                .orElse(0.0);
        double done = Math.max(ofSteps, ofTime);
        return done > 0 ? OptionalDouble.of(Math.min(1, done)) : OptionalDouble.empty();
    }
}
