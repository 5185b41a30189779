package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: asks the run to stop, and holds the process's end back until it has said what it knows. The JVM itself then
 * ends with 130.
 */
final class Shutdown {
    private static final int PATIENCE_SECONDS = 5;

    private final CountDownLatch finished = new CountDownLatch(1);

    private Shutdown() {}

    static Shutdown watch(Interruption interruption) {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            interruption.interrupt();
                            shutdown.await();
                        },
                        "baton-interrupted"));
        return shutdown;
    }

    /** The run has said all: the process may end. */
    void finished() {
        finished.countDown();
    }

    private void await() {
        try {
            boolean inTime = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert inTime || finished.getCount() == 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
