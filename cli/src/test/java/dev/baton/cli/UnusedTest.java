package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.cli.check.Interruption;
import dev.baton.model.source.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of what was never used, and when it is not. */
final class UnusedTest {
    private static final Path PAGES =
            Path.of(System.getProperty("baton.root", "..")).resolve("docs/errors");
    private static final Pattern EXAMPLE = Pattern.compile("```baton\n(.*?)```", Pattern.DOTALL);

    /** By `WANTED` the action is enabled or not. */
    private static final String COUNTER = """
        protocol Counter
        param WANTED: 0..3 = 3
        kernel Host {
          var n: 0..3 = 0
          action up when n < 2 { n += 1 }
          action reset when n == WANTED { n = 0 } %s
        }
        invariant Fine: Host.n <= 3
        terminal Host.n == 2
        check never { WANTED = 3 }
        check sometimes { WANTED = 1 }
        """;

    @TempDir
    private Path folder = Path.of(".");

    static List<Code> codes() {
        return Arrays.stream(Code.values())
                .filter(c -> c.id().startsWith("B10"))
                .toList();
    }

    /** The first example of a page gives the code, and no other; where it is mended, nothing is said. */
    @ParameterizedTest
    @MethodSource("codes")
    void pageIsRight(Code code) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGES.resolve(code.id() + ".md")));
        for (List<String> expected : List.of(List.of(code.id()), List.<String>of())) {
            assertThat(example.find()).isTrue();
            assertThat(said(example.group(1), "--engine", "interpreter")).isEqualTo(expected);
            assertThat(said(example.group(1), "--engine", "explicit")).isEqualTo(expected);
            assertThat(said(example.group(1), "--engine", "explicit", "--workers", "3"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatOneCheckUsesIsUsed() throws IOException {
        String text = COUNTER.formatted("");
        assertThat(said(text)).isEmpty();
        assertThat(said(text, "--check", "never")).containsExactly("B1001");
        assertThat(said(text, "--check", "sometimes")).isEmpty();
    }

    @Test
    void whatIsAllowedIsNotSaid() throws IOException {
        assertThat(said(COUNTER.formatted("// allow B1001: in a test"), "--check", "never"))
                .isEmpty();
        assertThat(said(COUNTER.formatted("// allow B1002: another"), "--check", "never"))
                .containsExactly("B1001");
    }

    @Test
    void nothingIsSaidOfAFileOfWhichSomeCheckDidNotVisitEverything() throws IOException {
        assertThat(said(COUNTER.formatted(""), "--check", "never", "--depth", "1"))
                .isEmpty();
    }

    /** Codes of what is said of a file, in order. */
    private List<String> said(String text, String... flags) throws IOException {
        Path file = folder.resolve("counter.baton");
        Files.writeString(file, text);
        List<String> arguments = new ArrayList<>(List.of("check", file.toString(), "--json", "-"));
        arguments.addAll(List.of(flags));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console = Console.plain(new PrintStream(out, true, StandardCharsets.UTF_8), nowhere);
        Main.run(arguments, console, new Interruption(), Engines::of);
        List<String> codes = new ArrayList<>();
        JsonNode files = new ObjectMapper().readTree(out.toByteArray()).get("files");
        files.get(0).get("diagnostics").forEach(d -> codes.add(d.get("code").asText()));
        return codes;
    }
}
