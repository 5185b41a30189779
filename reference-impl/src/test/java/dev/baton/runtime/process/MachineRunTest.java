package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.runtime.ring.RingPublished;
import dev.baton.runtime.sample.Movers;
import dev.baton.runtime.sample.RunMovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole machines that run: as threads, and as processes. */
final class MachineRunTest {
    private static final String SENT = "let_h if cas_head set_payload set_size raise_doorbell set_result_2 end";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRingDeliversWhatWasSent(boolean processes) throws IOException {
        Path log = folder.resolve("log");
        RunReport report = MachineRun.of(RingPublished.class)
                .run(RunOptions.DEFAULT
                        .processes(processes)
                        .limit(Duration.ofSeconds(processes ? 4 : 1))
                        .log(log));
        assertThat(report.violations()).isEmpty();
        assertThat(report.crashes()).isZero();
        assertThat(report.lives()).isEqualTo(4);
        List<String> lines = events(log);
        assertThat(report.events()).isEqualTo(lines.size());
        assertThat(lines.stream().map(l -> Long.parseLong(l.substring(0, l.indexOf(' ')))))
                .isSorted();
        Map<String, String> labels = new TreeMap<>();
        for (String line : lines) {
            List<String> words = Pattern.compile(" ").splitAsStream(line).toList();
            labels.merge(words.get(1) + " " + words.get(2), words.get(3), (a, b) -> a + " " + b);
        }
        for (int s = 0; s < RingPublished.SENDERS; s++) {
            String sent = report.variables()
                    .getOrDefault("Sender[" + s + "]", Map.of())
                    .get("result");
            if ("Sent".equals(sent)) {
                assertThat(labels.get("Sender[" + s + "] send")).endsWith(SENT);
            }
        }
        // A process that doesn't end in time tells nothing.
        assertThat(report.variables().getOrDefault("Receiver", Map.of("unfilled", "false")))
                .containsEntry("unfilled", "false");
    }

    @Test
    void killedMoversLeaveTheSumAndComeBack() throws IOException {
        List<RunOptions.Fault> faults = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            faults.add(new RunOptions.Fault(RunOptions.Blow.CRASH, "Mover", i % 2, Duration.ofMillis(1500 + 700L * i)));
        }
        Path log = folder.resolve("log");
        RunReport report = MachineRun.of(Movers.class)
                .run(RunOptions.DEFAULT
                        .processes(true)
                        .limit(Duration.ofSeconds(5))
                        .faults(faults)
                        .restart(Map.of("Mover", Duration.ofMillis(50)))
                        .pace(dev.baton.runtime.Pace.FAST.atMost(20_000))
                        .log(log));
        assertThat(report.violations()).isEmpty();
        List<String> lines = events(log);
        long restarts = lines.stream().filter(l -> l.endsWith("! restart")).count();
        // One that is not back yet when the next blow falls is not struck again.
        assertThat(report.crashes()).isBetween(1, 4);
        assertThat(lines.stream().filter(l -> l.endsWith("! crash"))).hasSize(report.crashes());
        assertThat(restarts).isLessThanOrEqualTo(report.crashes());
        assertThat((long) report.lives()).isBetween(3L, 3 + restarts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHungMoverStopsNobodyElse(boolean processes) throws IOException {
        RunReport report = MachineRun.of(Movers.class)
                .run(RunOptions.DEFAULT
                        .processes(processes)
                        .limit(Duration.ofSeconds(2))
                        .faults(List.of(
                                new RunOptions.Fault(RunOptions.Blow.HANG, "Mover", 0, Duration.ofMillis(500)))));
        assertThat(report.violations()).isEmpty();
        assertThat(report.ended()).isEqualTo(RunReport.Ended.LIMIT);
    }

    /** Not even the one before which it waited for its pace. */
    @Test
    void aHungMoverTakesNoMoreStep() throws IOException {
        Path log = folder.resolve("log");
        RunReport report = MachineRun.of(Movers.class)
                .run(RunOptions.DEFAULT
                        .limit(Duration.ofSeconds(1))
                        .pace(dev.baton.runtime.Pace.FAST.atMost(100))
                        .faults(List.of(new RunOptions.Fault(RunOptions.Blow.HANG, "Mover", 0, Duration.ofMillis(500))))
                        .log(log));
        assertThat(report.violations()).isEmpty();
        List<String> ofTheHung = events(log).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("Mover[0] "))
                .toList();
        assertThat(ofTheHung).endsWith("Mover[0] ! hang", "Mover[0] ! end");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () -> new MachineRun("no.Such", getClass().getClassLoader(), List.of()).run(RunOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.Such");
        RunOptions fault = RunOptions.DEFAULT.faults(
                List.of(new RunOptions.Fault(RunOptions.Blow.CRASH, "Mover", 7, Duration.ZERO)));
        assertThatThrownBy(() -> MachineRun.of(Movers.class).run(fault))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mover[7]");
    }

    @Test
    void childrenDieWithTheirParent() throws Exception {
        childrenDie(Process::destroyForcibly);
    }

    @Test
    void childrenDieWhenTheirParentIsToldToStop() throws Exception {
        childrenDie(Process::destroy);
    }

    private void childrenDie(Consumer<Process> stop) throws Exception {
        Process parent = Jvm.start(folder, RunMovers.class);
        List<ProcessHandle> children = List.of();
        while (children.size() < 3 && parent.isAlive()) {
            children = parent.children().toList();
            Thread.onSpinWait();
        }
        stop.accept(parent);
        int _ = parent.waitFor();
        for (ProcessHandle child : children) {
            assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
        assertThat(children).as(Jvm.complaints(folder)).hasSize(3);
    }

    private static List<String> events(Path log) throws IOException {
        return Files.readAllLines(log).stream().filter(l -> !l.startsWith("#")).toList();
    }
}
