package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLC answers as the interpreter does, leaves when asked to, and leaves nothing behind. */
final class TlcEngineTest {
    @TempDir
    private Path scratch;

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void twoPhaseCommit() {
        CheckResult result = Comparison.check(scratch, KnownSystems.twoPhase());
        assertThat(result.distinct()).hasValue(288);
        assertThat(result.depth()).hasValue(11);
    }

    @Test
    void singleSlotLosesAMessage() {
        CheckResult result = Comparison.check(scratch, KnownSystems.singleSlot());
        assertThat(verdict(result, "AllArrive")).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void everyOperatorMeansTheSame() {
        CheckResult result = Comparison.check(scratch, Vocabulary.system());
        assertThat(result.answers())
                .filteredOn(a -> a.property().kind() == Property.Kind.COVER)
                .allSatisfy(a -> assertThat(a.verdict()).isInstanceOf(Verdict.Holds.class));
    }

    @Test
    void errorsDeadlocksInvariantsAndSteps() {
        CheckResult result = Comparison.check(scratch, Systems.faulty());
        assertThat(verdict(result, "Reached"))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds -> assertThat(holds.guarantee()).isEqualTo(new Verdict.Guarantee.Witness()));
    }

    @Test
    void weakFairness() {
        CheckResult result = Comparison.check(scratch, Systems.light(Fairness.Strength.WEAK));
        assertThat(verdict(result, "Leaves")).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void strongFairness() {
        CheckResult result = Comparison.check(scratch, Systems.light(Fairness.Strength.STRONG));
        assertThat(verdict(result, "Leaves")).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void namesThatClash() {
        Comparison.check(scratch, Systems.clashing());
    }

    @Test
    void severalWorkers() {
        CheckResult result = Comparison.tlc(scratch, Systems.wide(4, 5), 2);
        assertThat(result.distinct()).hasValue(6 * 6 * 6 * 6);
        assertThat(result.depth()).isEmpty();
        assertThat(result.answers()).allSatisfy(a -> assertThat(a.verdict()).isInstanceOf(Verdict.Holds.class));
    }

    @Test
    void theConfigurationForPeopleChecksTypesToo() throws IOException {
        TlaModule module = TlaEmitter.emit(Vocabulary.system());
        TlcReport report = runner(Optional.empty())
                .run(new TlcRunner.Job(
                        List.of(
                                new TlcRunner.SourceText(module.name() + ".tla", module.text()),
                                new TlcRunner.SourceText(module.name() + ".cfg", module.configuration(true))),
                        module.name(),
                        List.of("-deadlock")));
        assertThat(report.errors()).isEmpty();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void interruption() {
        AtomicInteger polls = new AtomicInteger();
        Watch impatient = new Watch() {
            @Override
            public boolean cancelled() {
                return polls.incrementAndGet() > 40;
            }

            @Override
            public void progress(Progress progress) {
                assertThat(progress.phase()).isEqualTo("TLC");
            }
        };
        Instant start = Instant.now();
        CheckResult result =
                new TlcEngine(scratch, Optional.empty()).check(request(Optional.empty(), Optional.empty()), impatient);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(result.complete()).isFalse();
        assertThat(verdict(result, "Bounded")).isEqualTo(new Verdict.Unknown("interrupted"));
    }

    @Test
    void timeIsUp() {
        CheckResult result = new TlcEngine(scratch, Optional.empty())
                .check(request(Optional.of(Duration.ofSeconds(2)), Optional.empty()), Watch.NOBODY);
        assertThat(verdict(result, "Bounded")).isEqualTo(new Verdict.Unknown("out of time"));
    }

    @Test
    void memoryIsOut() {
        CheckResult result = new TlcEngine(scratch, Optional.empty())
                .check(request(Optional.empty(), Optional.of(6L << 20)), Watch.NOBODY);
        assertThat(verdict(result, "Bounded")).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict(result, "Bounded").toString()).contains("out of memory");
    }

    @Test
    void aKilledProcessIsReported() throws IOException {
        Watch killer = new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void progress(Progress progress) {
                ProcessHandle.current().children().forEach(child -> {
                    if (child.info()
                            .arguments()
                            .map(a -> List.of(a).contains("OnceEach"))
                            .orElse(false)) {
                        child.destroyForcibly();
                    }
                });
            }
        };
        CheckResult result =
                new TlcEngine(scratch, Optional.empty()).check(request(Optional.empty(), Optional.empty()), killer);
        assertThat(verdict(result, "Bounded").toString()).contains("exit code");
    }

    /** More states than these tests wait for. */
    private static CheckRequest request(Optional<Duration> timeout, Optional<Long> memory) {
        TransitionSystem system = Systems.wide(8, 40);
        return new CheckRequest(system, system.properties(), 1, timeout, memory);
    }

    private TlcRunner runner(Optional<Instant> deadline) {
        return new TlcRunner(TlaTools.jar().orElseThrow(), scratch, 1, Optional.empty(), deadline, Watch.NOBODY);
    }

    private static Verdict verdict(CheckResult result, String property) {
        return result.answers().stream()
                .filter(a -> a.property().name().equals(property))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
