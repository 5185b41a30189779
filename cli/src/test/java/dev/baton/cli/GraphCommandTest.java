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

final class GraphCommandTest {
    private static final Path SPECS = Path.of(System.getProperty("baton.root", ".."), "specs");
    private static final String SLOT = SPECS.resolve("ipi/single_slot.baton").toString();

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    /** The numbers of states are those of `specs/README.md`. */
    @Test
    void everyStateIsDrawn() throws IOException {
        assertThat(Files.readString(drawn("slot.svg"))).satisfies(svg -> {
            assertThat(svg.split("<g class=\"node", -1)).hasSize(1 + 103);
            assertThat(svg).contains("violates NoneTorn");
        });
        assertThat(text(out)).contains("slot.svg: 103 states");
    }

    @Test
    void aPageNeedsNoNetwork() throws IOException {
        assertThat(Files.readString(drawn("slot.html")))
                .startsWith("<!DOCTYPE html>")
                .doesNotContainPattern("(src|href)\\s*=")
                .doesNotContain("url(http")
                .doesNotContain("@import");
    }

    @Test
    void theSameProtocolIsTheSamePage() throws IOException {
        assertThat(Files.readString(drawn("a.html"))).isEqualTo(Files.readString(drawn("b.html")));
    }

    /** Two processes that do the same: but for them being told apart there are half as many states. */
    @Test
    void whoIsWhoIsNotObserved() {
        String peterson = SPECS.resolve("classic/peterson.baton").toString();
        assertThat(graph(
                        peterson,
                        "--merge",
                        "bisimilar",
                        "-o",
                        folder.resolve("p.dot").toString()))
                .isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out)).contains("19 nodes for 40 states");
    }

    @Test
    void anInterruptionWritesNothing() {
        interruption.interrupt();
        Path file = folder.resolve("slot.svg");
        assertThat(graph(SLOT, "-o", file.toString())).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(err)).contains("interrupted: 1 state found so far; nothing was drawn");
        assertThat(file).doesNotExist();
    }

    private Path drawn(String name) {
        Path file = folder.resolve(name);
        assertThat(graph(SLOT, "-o", file.toString())).isEqualTo(ExitCode.EXPECTED);
        return file;
    }

    private ExitCode graph(String... arguments) {
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> all =
                Stream.concat(Stream.of("graph"), Stream.of(arguments)).toList();
        return Main.run(all, console, interruption, Engines::of);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
