package dev.baton.checker.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that do a task together, again and again: the caller is worker 0 and waits until all are done. What each did
 * before, all see after.
 */
final class Crew implements AutoCloseable {

    /** Looks at a flag so often before a thread goes to sleep: some microseconds. */
    private static final int SPINS = 2000;

    private final List<Thread> others = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread caller = Thread.currentThread();

    private volatile int round;
    private volatile Optional<IntConsumer> task = Optional.empty();

    /** To be used by the thread that makes it. */
    Crew(int workers) {
        for (int i = 1; i < workers; i++) {
            int worker = i;
            Thread thread =
                    Thread.ofPlatform().daemon().name("search-" + worker).unstarted(() -> work(worker));
            others.add(thread);
            thread.start();
        }
    }

    int size() {
        return others.size() + 1;
    }

    /**
     * Lets every worker do the task, which gets the worker's number.
     *
     * @throws RuntimeException or Error: what the task threw
     */
    void run(IntConsumer task) {
        begin(Optional.of(task));
        try {
            task.accept(0);
        } finally {
            for (int spins = 0; running.get() != 0; spins++) {
                pause(spins);
            }
        }
        switch (failure.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    /** @param task what to do; nothing more to do if empty */
    private void begin(Optional<IntConsumer> task) {
        if (others.isEmpty()) {
            return;
        }
        running.set(others.size());
        this.task = task;
        nextRound();
        for (Thread thread : others) {
            LockSupport.unpark(thread);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the caller writes
    private void nextRound() {
        round++;
    }

    private void work(int worker) {
        int done = 0;
        while (true) {
            for (int spins = 0; round == done; spins++) {
                pause(spins);
            }
            done = round;
            Optional<IntConsumer> task = this.task;
            if (task.isEmpty()) {
                return;
            }
            try {
                task.orElseThrow().accept(worker);
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
            if (running.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** An unpark that comes too early is not lost: the next park returns at once. */
    private static void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park();
        }
    }

    @Override
    public void close() {
        begin(Optional.empty());
    }
}
