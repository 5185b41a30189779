package dev.baton.checker.smt;

import java.util.ArrayList;
import java.util.List;

/** Threads of a run, each of which works until it is done. */
final class Crew {
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        }));
    }

    /** Waits for all; what one of them threw is thrown here. Solvers must not be left alone, so nothing ends it. */
    void await() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (failures) {
            for (Throwable failure : failures) {
                switch (failure) {
                    case Error e -> throw e;
                    case RuntimeException e -> throw e;
                    default -> throw new IllegalStateException(failure);
                }
            }
        }
    }
}
