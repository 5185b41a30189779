package dev.baton.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command line asks: files, checks, parameters. */
final class FrontendTest {
    private static final Path HERE = Inputs.RESOURCES.resolve("elaborated/here.baton");
    private static final String COUNTER = """
        protocol Counter
        param N: 1..4 = 2
        const TOP = N + 1
        kernel Host { var n: 0..TOP = 0  action go when n < TOP { n += 1 } }
        invariant Low: Host.n <= N
        """;

    private static LoadedFile load(String text) {
        Diagnosed<LoadedFile> loaded = Frontend.load(HERE, new SourceFile("here.baton", text));
        assertThat(Inputs.rendered(loaded.diagnostics())).isEmpty();
        return loaded.result().orElseThrow();
    }

    private static List<Code> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::code).toList();
    }

    @Test
    void aFileWithoutChecksHasOneNamedDefault() {
        assertThat(load(COUNTER).checks()).extracting(CheckSpec::name).containsExactly("default");
    }

    @Test
    void atMostTwentyErrorsAreShown() {
        SourceFile many = new SourceFile("many.baton", "protocol P\n" + "memory x: bool = fals\n".repeat(20_000));
        Diagnosed<LoadedFile> loaded = Frontend.load(HERE, many);
        List<Diagnostic> said =
                Frontend.protocol(loaded.result().orElseThrow(), Map.of()).diagnostics();
        assertThat(codes(said)).hasSize(21).endsWith(Code.B0118);
    }

    @Test
    void checksKeepTheOrderOfTheText() {
        LoadedFile file =
                load(COUNTER + "check b { N = 3 } expect Low violated, WellDefined holds\ncheck a { N = 1 + 3 }\n");
        assertThat(file.checks()).extracting(CheckSpec::name).containsExactly("b", "a");
        assertThat(file.checks().getFirst().parameters()).containsExactly(Map.entry("N", 3));
        assertThat(file.checks().getFirst().violated("Low")).isTrue();
        assertThat(file.checks().getFirst().violated("WellDefined")).isFalse();
        assertThat(file.checks().get(1).parameters()).containsExactly(Map.entry("N", 4));
    }

    @Test
    void parametersAndWhatIsMadeOfThemHaveTheValuesOfTheRun() {
        Protocol protocol =
                Frontend.protocol(load(COUNTER), Map.of("N", 4)).result().orElseThrow();
        assertThat(protocol.parameters())
                .extracting(TransitionSystem.Parameter::name, TransitionSystem.Parameter::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("N", 4), org.assertj.core.groups.Tuple.tuple("TOP", 5));
        assertThat(protocol.actor("Host").variables().getFirst().type().toString())
                .isEqualTo("0..TOP");
    }

    @Test
    void parametersFromOutsideAreLookedAtToo() {
        LoadedFile file = load(COUNTER);
        assertThat(codes(Frontend.protocol(file, Map.of("N", 5)).diagnostics())).containsExactly(Code.B0402);
        Diagnosed<Protocol> unknown = Frontend.protocol(file, Map.of("NN", 1));
        assertThat(codes(unknown.diagnostics())).containsExactly(Code.B0201);
        assertThat(unknown.result()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsADiagnostic() {
        assertThat(codes(
                        Frontend.load(Inputs.RESOURCES.resolve("nowhere.baton")).diagnostics()))
                .containsExactly(Code.B0901);
    }

    @Test
    void mistakesOfChecksDoNotHideOthers() {
        String text = COUNTER + "invariant Bad: Host.m == 0\ncheck a { M = 1 }\n";
        Diagnosed<LoadedFile> loaded = Frontend.load(HERE, new SourceFile("here.baton", text));
        assertThat(codes(loaded.diagnostics())).containsExactly(Code.B0201, Code.B0204);
    }

    @Test
    void sameTextSameProtocol() {
        Path everything = Inputs.RESOURCES.resolve("elaborated/everything.baton");
        assertThat(Inputs.protocols(everything)).isEqualTo(Inputs.protocols(everything));
    }
}
