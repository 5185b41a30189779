package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.prove.Method;
import dev.baton.cli.CertificateFiles;
import dev.baton.cli.report.ProofTexts;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLC reads the TLA+ text of certificates: an invariant is one, an inductive one is, and another is refused. */
final class CertificateModulesTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));

    @TempDir
    private Path scratch = Path.of("");

    private static Map<String, String> certificate(String file) {
        LoadedFile loaded =
                Frontend.load(ROOT.resolve("specs").resolve(file)).result().orElseThrow();
        TransitionSystem system = Lowering.lower(
                Frontend.protocol(loaded, loaded.checks().getLast().parameters())
                        .result()
                        .orElseThrow());
        ProofTexts proofs = new ProofTexts();
        new ProofEngine(proofs, List.of(Method.REACHABLE))
                .check(
                        new CheckRequest(
                                system,
                                system.properties().stream()
                                        .filter(ProofEngine::decides)
                                        .toList(),
                                1,
                                Optional.of(Duration.ofSeconds(60)),
                                Optional.empty()),
                        Watch.NOBODY);
        ProofTexts.Proved proved = proofs.proved().getFirst();
        return CertificateFiles.of("it", proved.system(), proved.properties(), proved.invariant(), proved.method());
    }

    private static String text(Map<String, String> files, String name) {
        return Optional.ofNullable(files.get(name)).orElseThrow();
    }

    private TlcReport run(List<TlcRunner.SourceText> files, String main) throws IOException {
        Optional<Path> jar = TlaTools.jar();
        assumeTrue(jar.isPresent(), "there is no tla2tools.jar");
        return new TlcRunner(jar.orElseThrow(), scratch, 1, Optional.empty(), Optional.empty(), Watch.NOBODY)
                .run(new TlcRunner.Job(files, main, List.of("-deadlock")));
    }

    /** The section of a configuration that gives the constants their values. */
    private static String constants(String configuration) {
        Matcher found = Pattern.compile("(?ms)^CONSTANTS?\\b.*?(?=^\\S|\\z)").matcher(configuration);
        return found.find() ? found.group() : "";
    }

    /** As the files say it. */
    private TlcReport invariant(String module, String configuration) throws IOException {
        return run(
                List.of(
                        new TlcRunner.SourceText("it_certificate.tla", module),
                        new TlcRunner.SourceText("it_certificate.cfg", configuration)),
                "it_certificate");
    }

    /** From every state of its types that satisfies it, a step leads to one that does. */
    private TlcReport inductive(String module, String configuration) throws IOException {
        String any = """
            ---- MODULE Any ----
            EXTENDS it_certificate
            Start == TypeOK /\\ Certificate
            ====
            """;
        return run(
                List.of(
                        new TlcRunner.SourceText("it_certificate.tla", module),
                        new TlcRunner.SourceText("Any.tla", any),
                        new TlcRunner.SourceText(
                                "Any.cfg",
                                constants(configuration)
                                        + "INIT Start\nNEXT Next\nINVARIANTS\n    TypeOK\n    Certificate\n")),
                "Any");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classic/peterson.baton",
                "classic/dining_philosophers.baton",
                "classic/two_phase_commit.baton",
                "ipi/single_slot_full_flag.baton",
                "ipi/doorbell_tso.baton"
            })
    void theInvariantIsOne(String file) throws IOException {
        Map<String, String> files = certificate(file);
        TlcReport report = invariant(text(files, "it_certificate.tla"), text(files, "it_certificate.cfg"));
        assertThat(text(files, "it_certificate.cfg")).contains("Certificate");
        assertThat(report.errors()).isEmpty();
        assertThat(report.violations()).isEmpty();
        assertThat(report.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic/peterson.baton", "classic/dining_philosophers.baton"})
    void theInvariantIsInductive(String file) throws IOException {
        Map<String, String> files = certificate(file);
        TlcReport report = inductive(text(files, "it_certificate.tla"), text(files, "it_certificate.cfg"));
        assertThat(report.errors()).isEmpty();
        assertThat(report.violations()).isEmpty();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void whatIsNoInvariantIsRefused() throws IOException {
        Map<String, String> files = certificate("classic/peterson.baton");
        String module = text(files, "it_certificate.tla");
        String configuration = text(files, "it_certificate.cfg");
        String stronger = module.replaceFirst("(?m)^Certificate ==", "Certificate == turn = 0 /\\\\");
        assertThat(stronger).isNotEqualTo(module);
        assertThat(invariant(stronger, configuration).violations())
                .extracting(TlcReport.Violation::operator)
                .containsExactly("Certificate");
        String weaker = module.replaceFirst("(?m)^Certificate ==", "Certificate == wants[0] \\\\/");
        assertThat(inductive(weaker, configuration).violations())
                .extracting(TlcReport.Violation::operator)
                .containsExactly("Certificate");
    }
}
