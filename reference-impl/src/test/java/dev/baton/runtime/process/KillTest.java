package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Journal;
import dev.baton.runtime.MachineLock;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.sample.Dying;
import dev.baton.runtime.sample.Movers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of processes that hold the machine's lock, at random points of their steps. */
final class KillTest {
    private static final int ROUNDS = 30;

    @TempDir
    Path folder;

    @Test
    void aKillInTheMiddleOfAStepIsOneBeforeIt() throws Exception {
        Path file = folder.resolve("memory");
        Movers machine = new Movers(SharedMemory.create(file, Movers::new, false));
        Journal journal = machine.journal().orElseThrow();
        MachineLock lock = machine.lock();
        long victim = MachineLock.holder(0, 0, 0);
        long me = MachineLock.holder(machine.members(), 0, 0);
        Random random = new Random(6);
        int held = 0;
        int half = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process process = Jvm.start(folder, Dying.class, file.toString());
            try {
                long until = machine.steps(0) + 1 + random.nextInt(20_000);
                while (machine.steps(0) < until && process.isAlive()) {
                    Thread.onSpinWait();
                }
                assertThat(process.isAlive()).as(Jvm.complaints(folder)).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
            held += lock.isHeldBy(victim) ? 1 : 0;
            half += journal.isEmpty() ? 0 : 1;
            assertThat(lock.acquireWithin(me, TimeUnit.MINUTES.toNanos(1), m -> m == 0))
                    .isTrue();
            assertThat(machine.sum()).as("round %d", round).isEqualTo(Movers.ACCOUNTS * Movers.EACH);
            assertThat(journal.isEmpty()).isTrue();
            lock.release();
        }
        // Steps are nearly all that the victims do.
        assertThat(held).isPositive();
        assertThat(half).isPositive();
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void nobodyGoesOnWaitingOnceItIsDead() throws Exception {
        Path file = folder.resolve("memory");
        Movers machine = new Movers(SharedMemory.create(file, Movers::new, false));
        MachineLock lock = machine.lock();
        long me = MachineLock.holder(machine.members(), 0, 0);
        lock.acquire(me);
        Process process = Jvm.start(folder, Dying.class, file.toString());
        try {
            while (!lock.isWanted() && process.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(process.isAlive()).as(Jvm.complaints(folder)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        lock.release();
        lock.acquire(me);
        assertThat(lock.isWanted()).isFalse();
        lock.release();
    }
}
