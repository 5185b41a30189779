package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Pace;
import dev.baton.runtime.sample.Chance;
import dev.baton.runtime.sample.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs end once nothing can happen any more, and not before. */
final class QuietRunTest {
    private static final RunOptions LONG = RunOptions.DEFAULT.limit(Duration.ofMinutes(2));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allThatCanHappenHasHappened(boolean processes) throws IOException {
        RunReport report = MachineRun.of(Waits.class).run(LONG.processes(processes));
        assertThat(report.ended()).isEqualTo(RunReport.Ended.QUIET);
        assertThat(report.variables().get("Host"))
                .isEqualTo(Map.of("answered", "true", "gave", "true", "rescued", "false"));
        assertThat(report.lives()).isEqualTo(3);
        assertThat(report.crashes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void actionsThatWaitAreWaitedFor(boolean processes) throws IOException {
        RunReport report = MachineRun.of(Waits.class)
                .run(LONG.processes(processes).pace(Pace.FAST.with("Host.give", Duration.ofSeconds(2))));
        assertThat(report.ended()).isEqualTo(RunReport.Ended.QUIET);
        assertThat(report.variables().get("Host")).containsEntry("gave", "true");
        assertThat(report.took()).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void timeoutsAreWaitedFor() throws IOException {
        RunReport report = MachineRun.of(Waits.class).run(LONG.pace(new Pace(0, Map.of(), Duration.ofMillis(1500))));
        assertThat(report.ended()).isEqualTo(RunReport.Ended.QUIET);
        assertThat(report.variables().get("Patient")).containsEntry("late", "1");
        assertThat(report.took()).isGreaterThan(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void faultsThatAreDueAreWaitedFor(boolean processes) throws IOException {
        RunOptions.Fault kill = new RunOptions.Fault(RunOptions.Blow.CRASH, "Guest", 0, Duration.ofSeconds(2));
        RunReport report = MachineRun.of(Waits.class)
                .run(LONG.processes(processes).faults(List.of(kill)).restart(Map.of("Guest", Duration.ofMillis(300))));
        assertThat(report.ended()).isEqualTo(RunReport.Ended.QUIET);
        assertThat(report.crashes()).isEqualTo(1);
        assertThat(report.lives()).isEqualTo(4);
        assertThat(report.variables().get("Host")).containsEntry("rescued", "true");
    }

    @Test
    void manyStepsASecondOrFewEndAlike() throws IOException {
        RunReport report = MachineRun.of(Waits.class).run(LONG.pace(Pace.FAST.atMost(50)));
        assertThat(report.ended()).isEqualTo(RunReport.Ended.QUIET);
        assertThat(report.variables().get("Host")).containsEntry("gave", "true");
    }

    /** What waits by chance may go on by chance. */
    @Test
    void chanceIsWaitedFor() throws IOException {
        for (int seed = 0; seed < 5; seed++) {
            RunReport report = MachineRun.of(Chance.class).run(LONG.seed(seed));
            assertThat(report.ended()).as("seed " + seed).isEqualTo(RunReport.Ended.DONE);
        }
    }
}
