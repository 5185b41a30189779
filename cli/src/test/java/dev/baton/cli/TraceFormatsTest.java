package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.baton.cli.check.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two traces in every format, one with a loop and one with faults, beside their protocols in
 * {@code src/test/resources/traces}; {@code -Dgolden=update} writes them anew, and fails. And the traces of the whole
 * library, written and read again.
 */
final class TraceFormatsTest {
    private static final Path FOLDER = Path.of("src/test/resources/traces");
    private static final String ALL = "text,json,itf,markdown,mermaid,dot,svg,shiviz";

    @TempDir
    private Path folder = Path.of("");

    private record Printed(int code, String out, String err) {}

    @TestFactory
    Stream<DynamicTest> goldens() throws IOException {
        Path out = folder.resolve("out");
        for (String protocol : List.of("lossy", "ticker")) {
            Path copy = folder.resolve(protocol + ".baton");
            Files.copy(FOLDER.resolve(protocol + ".baton"), copy);
            baton("check", copy.toString(), "--full", "--trace-dir", out.toString(), "--trace-format", ALL);
        }
        try (Stream<Path> files = Files.list(out)) {
            List<Path> written = files.sorted().toList();
            assertThat(written).hasSize(16);
            return written.stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> compare(file)));
        }
    }

    private void compare(Path file) throws IOException {
        String actual = Files.readString(file).replace(folder + "/", "");
        Path golden = FOLDER.resolve(String.valueOf(file.getFileName()));
        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        if ("update".equals(System.getProperty("golden")) && !actual.equals(expected)) {
            Files.writeString(golden, actual);
            fail("updated " + golden);
        }
        assertThat(actual).as(golden.toString()).isEqualTo(expected);
        if (file.toString().endsWith(".svg")) {
            wellFormed(file);
        }
    }

    private static void wellFormed(Path svg) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        } catch (Exception e) {
            throw new AssertionError(svg + " is no XML", e);
        }
    }

    @Test
    void tracesOfTheLibraryAreReadAgainAsTheyWere() throws IOException {
        Path out = folder.resolve("library");
        Path specs = Path.of(System.getProperty("baton.root", "..")).resolve("specs");
        baton("check", specs.toString(), "--trace-dir", out.toString(), "--trace-format", "itf");
        try (Stream<Path> files = Files.list(out)) {
            List<Path> written = files.sorted().toList();
            assertThat(written).hasSizeGreaterThan(25);
            for (Path file : written) {
                Printed again = baton("trace", file.toString(), "--format", "itf");
                assertThat(again.err).as(file.toString()).isEmpty();
                assertThat(again.out).as(file.toString()).isEqualTo(Files.readString(file));
            }
        }
    }

    private static Printed baton(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode code = Main.run(Arrays.asList(arguments), console, new Interruption(), Engines::of);
        return new Printed(code.code(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
