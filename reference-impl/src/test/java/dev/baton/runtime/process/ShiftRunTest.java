package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Pace;
import dev.baton.runtime.sample.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks beside actions, actions in vain and actions that wait, {@code start} and {@code halt}. */
final class ShiftRunTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSuccessorStartsOnceAndNothingInVainIsSeen(boolean processes) throws IOException {
        Path log = folder.resolve("log");
        RunReport report = MachineRun.of(Shift.class)
                .run(RunOptions.DEFAULT
                        .processes(processes)
                        .limit(Duration.ofMinutes(1))
                        .pace(Pace.FAST.with("hand_over", Duration.ofMillis(100)))
                        .log(log));
        assertThat(report.violations()).isEmpty();
        assertThat(report.ended()).isEqualTo(RunReport.Ended.DONE);
        assertThat(report.lives()).isEqualTo(2);
        List<String> lines = Files.readAllLines(log);
        assertThat(lines.stream().filter(l -> l.contains(" Old hand_over -"))).hasSize(1);
        assertThat(lines).noneMatch(l -> l.contains(" vain "));
        assertThat(lines.getLast()).endsWith("New work end");
    }
}
