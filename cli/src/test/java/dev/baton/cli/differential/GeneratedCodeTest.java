package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Generated Java does what the model does: for protocols of the library, and for some that nobody wrote. */
final class GeneratedCodeTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));
    private static final long SEED = 20_261_127;
    private static final int PROTOCOLS = 25;

    /** Parameters under which the library's protocols are small. */
    private static final Map<String, Map<String, Integer>> SMALL = Map.of(
            "two_phase.baton", Map.of("UNITS", 1, "LOSSES", 1),
            "mailbox.baton", Map.of("N", 2));

    @TempDir
    private Path folder = Path.of(".");

    @TestFactory
    Stream<DynamicTest> followsTheLibrary() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("specs"))) {
            return files.filter(f -> f.toString().endsWith(".baton")).sorted().toList().stream()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> library(f)));
        }
    }

    private void library(Path file) throws IOException {
        String name = file.getFileName().toString();
        Protocol protocol = Frontend.load(file)
                .result()
                .flatMap(l ->
                        Frontend.protocol(l, SMALL.getOrDefault(name, Map.of())).result())
                .orElseThrow();
        GeneratedCode.Outcome outcome =
                new GeneratedCode(folder).follow(protocol, "g." + name.replace(".baton", ""), 3_000);
        // hand.baton has no small instance.
        assertThat(outcome)
                .isInstanceOf(
                        name.equals("hand.baton")
                                ? GeneratedCode.Outcome.TooLarge.class
                                : GeneratedCode.Outcome.Followed.class);
    }

    /** Masks, NMIs, shared cores, queues of all kinds, lives, owners, store buffers, and steps that are undone. */
    @TestFactory
    Stream<DynamicTest> followsWhatTheRuntimeHas() {
        return Stream.of(
                        "semantics/mask",
                        "semantics/interrupts",
                        "semantics/shared_core",
                        "semantics/offline_core",
                        "semantics/channels",
                        "semantics/channel_ends",
                        "semantics/lives",
                        "semantics/faults",
                        "semantics/ownership",
                        "semantics/ipi",
                        "semantics/tso",
                        "semantics/tso_ipi",
                        "mutants/regret")
                .map(name -> ROOT.resolve("cli/src/test/resources").resolve(name + ".baton"))
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> library(f)));
    }

    /** What is easily translated wrongly: each file says what. */
    @TestFactory
    Stream<DynamicTest> followsWhatIsEasilyTranslatedWrongly() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("cli/src/test/resources/generated"))) {
            return files.sorted().toList().stream()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> library(f)));
        }
    }

    /** Names that Java, the JDK, the runtime or the generated code itself has a use for. */
    @Test
    void followsNamesThatAreTaken() throws IOException {
        String text = Files.readString(ROOT.resolve("cli/src/test/resources/hostile_names.baton"));
        Protocol protocol = Trial.protocol(text).result().orElseThrow();
        assertThat(new GeneratedCode(folder).follow(protocol, "g.hostile", 300))
                .isInstanceOf(GeneratedCode.Outcome.Followed.class);
    }

    @Test
    void followsProtocolsThatNobodyWrote() throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < PROTOCOLS; i++) {
            String text = RandomProtocol.of(Numbers.of(SEED, i));
            Protocol protocol = Trial.protocol(text).result().orElseThrow();
            try {
                GeneratedCode.Outcome outcome = new GeneratedCode(folder).follow(protocol, "g.r" + i, 300);
                seen.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("number " + i + ":\n" + text, e);
            }
        }
        assertThat(seen.getOrDefault("Followed", 0)).as(seen.toString()).isGreaterThan(PROTOCOLS / 4);
        assertThat(List.of("Followed", "Refused", "TooLarge")).containsAll(seen.keySet());
    }
}
