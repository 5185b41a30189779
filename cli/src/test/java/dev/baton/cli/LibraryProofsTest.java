package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.certificate.Certificate;
import dev.baton.checker.smt.certificate.CertificateCheck;
import dev.baton.checker.smt.certificate.CertificateResult;
import dev.baton.checker.smt.certificate.ScriptSolver;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.report.ProofTexts;
import dev.baton.model.system.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every safety property of the library is proved without a bound, or refuted where a check expects that; and what is
 * proved leaves a certificate that Z3, cvc5 and SMTInterpol accept.
 */
final class LibraryProofsTest {
    private static final Path SPECS =
            Path.of(System.getProperty("baton.root", "..")).resolve("specs");

    /** Too long for every build; {@code bench/smt} has them. */
    private static final Set<String> LONG = Set.of("six");

    @TestFactory
    List<DynamicTest> everySafetyPropertyIsProvedWithACertificate() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(SPECS)) {
            files = found.filter(f -> f.toString().endsWith(".baton")).sorted().toList();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (PlannedCheck check : Plan.of(files, options()).checks()) {
            if (!LONG.contains(check.name())) {
                tests.add(
                        dynamicTest(SPECS.relativize(Path.of(check.file())) + " " + check.name(), () -> proved(check)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests;
    }

    private static void proved(PlannedCheck check) throws Exception {
        List<Property> safety =
                check.properties().stream().filter(ProofEngine::decides).toList();
        ProofTexts proofs = new ProofTexts();
        CheckResult result = new ProofEngine(proofs)
                .check(
                        new CheckRequest(
                                check.system(), safety, 1, Optional.of(Duration.ofSeconds(60)), Optional.empty()),
                        Watch.NOBODY);
        for (CheckResult.Answer answer : result.answers()) {
            boolean violated = check.expected().violated(answer.property().name());
            assertThat(answer.verdict())
                    .as(answer.property().name())
                    .isInstanceOf(violated ? Verdict.Violated.class : Verdict.Holds.class);
        }
        for (ProofTexts.Proved proved : proofs.proved()) {
            CertificateResult checked = CertificateCheck.check(
                    proved.system(),
                    new Certificate(proved.properties(), proved.method(), proved.invariant()),
                    ScriptSolver.all(),
                    new CertificateCheck.Limits(Duration.ofSeconds(60), 100_000),
                    () -> false,
                    (solver, done, all) -> {});
            assertThat(checked.verdict()).isEqualTo(CertificateResult.Verdict.ACCEPTED);
        }
    }

    private static CheckOptions options() {
        return new CheckOptions(
                List.of(SPECS.toString()),
                List.of(),
                Map.of(),
                EngineChoice.PROVE,
                List.of(),
                1,
                Optional.empty(),
                Optional.empty(),
                LongRun.UNSAID,
                false);
    }
}
