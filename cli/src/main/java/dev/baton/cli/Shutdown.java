package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: asks the run to stop, and holds the process's end back until it has said what it knows. A run that does not
 * even notice (it reads a text, say, or waits for a pipe) knows nothing yet, and is not waited for. The JVM itself then
 * ends with 130.
 */
final class Shutdown {
    private static final Duration TO_NOTICE = Duration.ofMillis(600);

    private final CountDownLatch finished = new CountDownLatch(1);

    private Shutdown() {}

    static Shutdown watch(Interruption interruption) {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.interrupt(interruption), "baton-interrupted"));
        return shutdown;
    }

    /** The run has said all: the process may end. */
    void finished() {
        finished.countDown();
    }

    private void interrupt(Interruption interruption) {
        if (finished.getCount() == 0) {
            return;
        }
        interruption.interrupt();
        try {
            boolean inTime =
                    finishedWithin(TO_NOTICE) || (interruption.noticed() && finishedWithin(interruption.patience()));
            assert inTime || finished.getCount() == 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean finishedWithin(Duration patience) throws InterruptedException {
        return finished.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
