package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.sample.Cores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 6 of free-running machines: the tasks and handlers of one core take turns. */
final class CoresRunTest {
    @TempDir
    Path folder;

    @Test
    void oneThingAtATimeOnACore() throws IOException {
        Path log = folder.resolve("log");
        RunReport report = MachineRun.of(Cores.class)
                .run(RunOptions.DEFAULT.limit(Duration.ofMinutes(2)).log(log));
        assertThat(report.violations()).isEmpty();
        assertThat(report.ended()).isEqualTo(RunReport.Ended.DONE);
        List<String> lines = Files.readAllLines(log);
        assertThat(lines.stream().filter(l -> l.contains(" Busy left set_n"))).hasSize(Cores.ROUNDS);
        assertThat(lines.stream().filter(l -> l.contains(" Busy right set_n"))).hasSize(Cores.ROUNDS);
        for (String bell : List.of("tick", "tock", "panic")) {
            long delivered = lines.stream()
                    .filter(l -> l.endsWith(" Busy " + bell + " deliver"))
                    .count();
            long ended = lines.stream()
                    .filter(l -> l.endsWith(" Busy " + bell + " end"))
                    .count();
            assertThat(delivered).as(bell).isPositive().isEqualTo(ended);
        }
    }
}
