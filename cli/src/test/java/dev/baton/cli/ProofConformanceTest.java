package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.prove.ProofListener;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Inputs;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.PropertyOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every safety property of every check in {@code specs/}: nothing is proved that the protocol expects to be violated,
 * or the reverse. Where there is too little time for some property, the check is reported as skipped.
 */
final class ProofConformanceTest {
    private static final Path SPECS = Path.of(System.getProperty("baton.root", ".."), "specs");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @TestFactory
    Stream<DynamicTest> safetyPropertiesAreDecidedAsExpected() {
        List<Path> files = Inputs.files(List.of(SPECS), folder -> {
            throw new AssertionError("no protocols below " + folder);
        });
        return files.stream().flatMap(file -> {
            CheckOptions options = options();
            return Plan.of(List.of(file), options).checks().stream()
                    .map(ProofConformanceTest::safety)
                    .filter(check -> !check.properties().isEmpty())
                    .map(check ->
                            dynamicTest(SPECS.relativize(file) + " " + check.name(), () -> asExpected(check, options)));
        });
    }

    private static PlannedCheck safety(PlannedCheck check) {
        return new PlannedCheck(
                check.file(),
                check.name(),
                check.system(),
                check.properties().stream().filter(ProofEngine::decides).toList(),
                check.expected());
    }

    private static void asExpected(PlannedCheck check, CheckOptions options) {
        Outcome outcome = new CheckRun(options, List.of(new ProofEngine(ProofListener.NOBODY)), new Interruption())
                .run(List.of(check), CheckRun.Observer.NOBODY)
                .getFirst();
        for (PropertyOutcome property : outcome.properties()) {
            assertThat(property.asExpected() || !property.decided())
                    .as(property.name() + " " + property.word() + ": " + property.guarantee())
                    .isTrue();
            assertThat(property.trace().isPresent()).as(property.name()).isEqualTo(property.violated());
        }
        assertThat(outcome.properties()).as("something is decided").anyMatch(PropertyOutcome::decided);
        List<String> open = outcome.properties().stream()
                .filter(property -> !property.decided())
                .map(property -> property.name() + ": " + property.guarantee())
                .toList();
        assumeTrue(open.isEmpty(), () -> String.join(", ", open));
    }

    private static CheckOptions options() {
        return new CheckOptions(
                List.of(),
                List.of(),
                Map.of(),
                EngineChoice.PROVE,
                List.of(),
                1,
                Optional.of(TIMEOUT),
                Optional.empty(),
                LongRun.UNSAID,
                false);
    }
}
