package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.MachineLock;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Signal;
import dev.baton.runtime.Words;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.sample.Movers;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the supervisor makes of deaths, of kernels that only a test tells of. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SupervisorTest {
    private static final RunOptions LONG = RunOptions.DEFAULT.limit(Duration.ofHours(1));

    private final Movers machine = new Movers(SharedMemory.anonymous(Movers::new, false));
    private final Signal sleeper = machine.signals().of(machine.actor("Mover"), 0);
    private final Staged host = new Staged(this::launched);

    /** The last that is launched finds all others gone. */
    private void launched(String who) {
        if (who.equals("Auditor")) {
            long _ = sleeper.arm();
            takeLockAndHalfAStep(1);
            host.ends("Mover[0]", Ending.Kind.CRASHED);
            host.ends("Mover[1]", Ending.Kind.CRASHED);
            host.ends("Auditor", Ending.Kind.FINISHED);
        }
    }

    private void takeLockAndHalfAStep(int mover) {
        machine.lock().acquire(MachineLock.holder(mover, 0, 0));
        Words accounts = Objects.requireNonNull(machine.words().get("accounts"));
        accounts.set(0, accounts.get(0) - 1);
    }

    @Test
    void whoDiesBesideADeadHolderOfTheLockIsBuriedToo() throws IOException {
        RunReport report = new Supervisor(machine, host, Optional.empty(), LONG, () -> false).run();
        assertThat(report.ended()).isEqualTo(RunReport.Ended.DONE);
        assertThat(report.crashes()).isEqualTo(2);
        assertThat(machine.sum()).isEqualTo(Movers.ACCOUNTS * Movers.EACH);
        assertThat(machine.lock().isHeldByMember(1)).isFalse();
    }

    @Test
    void nobodyIsWokenAnyMoreWhoDiedAsleep() throws IOException {
        RunReport report = new Supervisor(machine, host, Optional.empty(), LONG, () -> false).run();
        assertThat(report.crashes()).isEqualTo(2);
        long before = sleeper.arm();
        sleeper.disarm();
        sleeper.notice();
        assertThat(sleeper.arm()).isEqualTo(before);
    }
}
