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

    /** Branches within one step and between steps; a number in a comment says what is to be said of the line. */
    private static final String BRANCHES = """
        protocol Branches
        message A
        message B
        message C
        channel ctl: Guest -> Host carries A | B | C capacity 1
        kernel Host {
          var n: 0..5 = 0
          var s: 0..3 = 0
          on ctl(m) {
            match m {
              A => {
                if n > 3 { s = 1 } else { s = 2 } // B1005
              }
              B => { s = 3 }
              C => { n = 0 } // B1005
            }
          }
          action up when n < 3 {
            if n == 0 { n = 1 } else {
              if n == 1 { n = 2 } else {
                if n == 2 { n = 3 } else {
                  n = 0 // B1005
                }
              }
            }
          }
          action pick(x in 0..5) when n == 3 {
            if x > 4 { s = 1 }
            for y in 0..3 {
              if y == x and x > 3 { s = 0 } // B1005
              if y == x and x > 2 { s = 0 }
            }
          }
        }
        kernel Guest {
          var full: bool = false
          task go {
            atomic {
              either {
                await full // B1005
                send ctl(C)
              } or {
                send ctl(A) else {
                  skip // B1005
                }
              }
            }
            send ctl(B) else { full = true }
            if full {
              await not full // B1004
              skip
            }
            loop {
              if full { break }
              full = true
            }
            skip
          }
        }
        invariant Fine: (forall x in 0..3: Host.s == x implies
          (Host.n > 4 implies // B1007
            (Host.n > 5 implies Host.s == 2))) and (Guest.full implies Host.n >= 0)
        step Up: Guest.full implies
          (Host.n' < Host.n implies // B1007
            Host.s == 1)
        liveness Ends: Host.n == 3 leads to Host.s == 3
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
    void branchesAreTold() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> lines = BRANCHES.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// ");
            if (comment >= 0) {
                expected.add((i + 1) + " " + lines.get(i).substring(comment + 3));
            }
        }
        assertThat(places(BRANCHES, "--engine", "interpreter")).isEqualTo(expected);
        assertThat(places(BRANCHES, "--engine", "explicit")).isEqualTo(expected);
    }

    @Test
    void theLibraryUsesWhatItHas() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.plain(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        Path library = PAGES.resolve("../../specs").normalize();
        ExitCode code =
                Main.run(List.of("check", library.toString(), "--strict"), console, new Interruption(), Engines::of);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.EXPECTED);
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
        List<String> codes = new ArrayList<>();
        diagnostics(text, flags).forEach(d -> codes.add(d.get("code").asText()));
        return codes;
    }

    /** The same with their lines in front. */
    private List<String> places(String text, String... flags) throws IOException {
        List<String> places = new ArrayList<>();
        diagnostics(text, flags)
                .forEach(d ->
                        places.add(d.get("line").asInt() + " " + d.get("code").asText()));
        return places;
    }

    private JsonNode diagnostics(String text, String... flags) throws IOException {
        Path file = folder.resolve("counter.baton");
        Files.writeString(file, text);
        List<String> arguments = new ArrayList<>(List.of("check", file.toString(), "--json", "-"));
        arguments.addAll(List.of(flags));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Console console = Console.plain(new PrintStream(out, true, StandardCharsets.UTF_8), nowhere);
        Main.run(arguments, console, new Interruption(), Engines::of);
        return new ObjectMapper()
                .readTree(out.toByteArray())
                .get("files")
                .get(0)
                .get("diagnostics");
    }
}
