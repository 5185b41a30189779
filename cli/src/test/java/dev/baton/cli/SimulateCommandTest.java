package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.check.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateCommandTest {
    private static final Path SPECS = Path.of(System.getProperty("baton.root", ".."), "specs");

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    @Test
    void aKnownViolationIsFoundAndAsShortAsItCanBe() {
        String slot = SPECS.resolve("ipi/single_slot.baton").toString();
        assertThat(simulate(slot, "--check", "overwritten", "--seed", "42", "--steps", "200000"))
                .isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out))
                .containsPattern("NoneLost +violated \\(as expected\\)")
                .contains("NoneLost is violated (invariant) after 11 steps")
                .contains("Seed 42.")
                .doesNotContain("holds");
    }

    @Test
    void workersChangeNothing() {
        String[] asked = {
            SPECS.resolve("ipi").toString(),
            "--seed",
            "7",
            "--steps",
            "300000",
            "--depth",
            "77",
            "--full",
            "--json",
            "-"
        };
        simulate(asked);
        String one = text(out);
        out.reset();
        simulate(Stream.concat(Stream.of(asked), Stream.of("--workers", "3")).toArray(String[]::new));
        assertThat(masked(text(out))).isEqualTo(masked(one));
    }

    @Test
    void anotherSeedWalksAnotherWay() {
        String mailbox = SPECS.resolve("bench/mailbox.baton").toString();
        simulate(mailbox, "--seed", "1", "--steps", "1000", "--json", "-");
        String one = text(out);
        out.reset();
        simulate(mailbox, "--seed", "2", "--steps", "1000", "--json", "-");
        assertThat(masked(text(out)).replace("\"seed\" : 2", "\"seed\" : 1")).isNotEqualTo(masked(one));
    }

    @Test
    void whatCannotBeCompiledIsInterpreted() throws IOException {
        Path file = Files.writeString(folder.resolve("wide.baton"), """
            protocol Wide
            record R { a: 0..200, b: 0..200 }
            kernel K {
              var seen: set<R> = {}
              action add(n in 0..2) when size(seen) < 3 { seen = seen union { R { a: n, b: n } } }
              action clear when size(seen) == 3 { seen = {} }
            }
            invariant Few: size(K.seen) < 3
            """);
        assertThat(simulate(file.toString(), "--seed", "1", "--steps", "500", "--workers", "2"))
                .isEqualTo(ExitCode.UNEXPECTED);
        assertThat(text(out))
                .containsPattern("Few +VIOLATED +walk 1, step [0-9]+ +interpreter")
                .contains("Few is violated (invariant) after 3 steps");
    }

    @Test
    void anInterruptionTellsWhatIsKnown() {
        interruption.interrupt();
        String slot = SPECS.resolve("ipi/single_slot.baton").toString();
        assertThat(simulate(slot, "--seed", "42")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(out)).contains("Not begun: 3 of 3 checks.").contains("Seed 42.");
    }

    private ExitCode simulate(String... arguments) {
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> all =
                Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toList();
        return Main.run(all, console, interruption, Engines::of);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static String masked(String json) {
        return json.replaceAll("(?i)(\"(?:wall)?seconds\" : )[0-9.E-]+", "$1#");
    }
}
