package dev.baton.graph.draw;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs what calls itself as deep as a graph is: parts of ELK do, and a protocol may have a path of thousands of states.
 */
final class DeepStack {
    /** Bytes; of which only what is used is ever taken. */
    private static final long STACK = 1L << 30;

    private DeepStack() {}

    /**
     * Runs a task to its end, on a thread of its own.
     *
     * @throws RuntimeException or Error: what the task threw
     */
    static void run(Runnable task) {
        FutureTask<Void> future = new FutureTask<>(task, null);
        Thread.ofPlatform().daemon().name("layout").stackSize(STACK).start(future);
        try {
            future.get();
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
}
