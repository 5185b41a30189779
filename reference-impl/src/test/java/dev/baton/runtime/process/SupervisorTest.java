package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Life;
import dev.baton.runtime.MachineLock;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Signal;
import dev.baton.runtime.Words;
import dev.baton.runtime.free.Ending;
import dev.baton.runtime.log.LogDrain;
import dev.baton.runtime.sample.Movers;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
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
    private final Actor mover = machine.actor("Mover");
    private final StringWriter log = new StringWriter();

    private RunReport run(Staged host) throws IOException {
        LogDrain drain = new LogDrain(machine, log);
        RunReport report = new Supervisor(machine, host, Optional.of(drain), LONG, () -> false).run();
        drain.finish();
        assertThat(report.ended()).isEqualTo(RunReport.Ended.DONE);
        assertThat(report.violations()).isEmpty();
        return report;
    }

    private List<String> faults() {
        return log.toString()
                .lines()
                .filter(line -> line.contains(" ! "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void whoDiesBesideADeadHolderOfTheLockIsBuriedToo() throws IOException {
        RunReport report = run(new Staged((host, who) -> {
            if (who.equals("Auditor")) {
                takeLockAndHalfAStep(1);
                host.ends("Mover[0]", Ending.Kind.CRASHED);
                host.ends("Mover[1]", Ending.Kind.CRASHED);
                host.ends("Auditor", Ending.Kind.FINISHED);
            }
        }));
        assertThat(report.crashes()).isEqualTo(2);
        assertThat(machine.sum()).isEqualTo(Movers.ACCOUNTS * Movers.EACH);
        assertThat(machine.lock().isHeldByMember(1)).isFalse();
        assertThat(faults())
                .containsExactly("Mover[0] ! crash", "Mover[0] ! end", "Mover[1] ! crash", "Mover[1] ! end");
    }

    private void takeLockAndHalfAStep(int member) {
        machine.lock().acquire(MachineLock.holder(member, 0, 0));
        Words accounts = Objects.requireNonNull(machine.words().get("accounts"));
        accounts.set(0, accounts.get(0) - 1);
    }

    @Test
    void nobodyIsWokenAnyMoreWhoDiedAsleep() throws IOException {
        Signal signal = machine.signals().of(mover, 0);
        RunReport report = run(new Staged((host, who) -> {
            if (who.equals("Mover[0]")) {
                long _ = signal.arm();
            }
            host.ends(who, who.equals("Mover[0]") ? Ending.Kind.CRASHED : Ending.Kind.FINISHED);
        }));
        assertThat(report.crashes()).isEqualTo(1);
        long before = signal.arm();
        signal.disarm();
        signal.notice();
        assertThat(signal.arm()).isEqualTo(before);
    }

    @Test
    void whoWasKilledAfterItHadHaltedHasNotCrashed() throws IOException {
        RunReport report = run(new Staged((host, who) -> {
            if (who.equals("Mover[0]")) {
                change(machine.lives().halt(mover, 0));
            }
            host.ends(who, who.equals("Auditor") ? Ending.Kind.FINISHED : Ending.Kind.CRASHED);
        }));
        assertThat(report.crashes()).isEqualTo(1);
        assertThat(machine.lives().of(mover, 0)).isEqualTo(Life.OFF);
        assertThat(machine.lives().of(mover, 1)).isEqualTo(Life.CRASHED);
        assertThat(faults()).containsExactly("Mover[1] ! crash", "Mover[1] ! end");
    }

    @Test
    void whoWasStartedAnewDoesNotDieOfTheDeathOfItsFormerLife() throws IOException {
        Staged staged = new Staged((host, who) -> {
            boolean first = host.launched.equals(List.of("Mover[0]"));
            if (first) {
                change(machine.lives().halt(mover, 0));
                machine.lives().start(mover, 0);
            }
            host.ends(who, first ? Ending.Kind.CRASHED : Ending.Kind.FINISHED);
        });
        assertThat(run(staged).crashes()).isZero();
        assertThat(staged.launched).containsExactly("Mover[0]", "Mover[1]", "Auditor", "Mover[0]");
        assertThat(machine.lives().of(mover, 0)).isEqualTo(Life.LIVE);
        assertThat(faults()).isEmpty();
    }

    private void change(boolean possible) {
        assertThat(possible).isTrue();
        machine.journal().orElseThrow().commit();
    }
}
