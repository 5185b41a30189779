package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.check.Interruption;
import dev.baton.model.source.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broken, huge or hostile file gets: an error with its code and exit code 2. And the pages on those errors. */
final class HostileTracesTest {
    private static final Path PAGES =
            Path.of(System.getProperty("baton.root", "..")).resolve("docs/errors");
    private static final Pattern BLOCK = Pattern.compile("```(json|baton)\n(.*?)```", Pattern.DOTALL);
    private static final String GOOD = "{\"vars\": [\"K.lit\"], \"states\": [{\"K.lit\": false}, {\"K.lit\": true}]}";

    @TempDir
    private Path folder = Path.of("");

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void protocol() throws IOException {
        Files.writeString(folder.resolve("flip.baton"), """
            protocol Flip
            kernel K {
              var lit: bool = false
              action flip when not lit { lit = true }
            }
            invariant StaysOff: not K.lit
            terminal K.lit
            """);
    }

    static List<Code> codes() {
        return Arrays.stream(Code.values())
                .filter(code -> code.id().startsWith("B11"))
                .toList();
    }

    /** The first example of a page gives the code, the second does not; the protocol stands at its end. */
    @ParameterizedTest
    @MethodSource("codes")
    void pageIsRight(Code code) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(PAGES.resolve(code.id() + ".md")));
        List<String> traces = new java.util.ArrayList<>();
        while (block.find()) {
            if (block.group(1).equals("json")) {
                traces.add(block.group(2));
            } else {
                Files.writeString(folder.resolve("flip.baton"), block.group(2));
            }
        }
        assertThat(traces).isNotEmpty();
        Said wrong = said(traces.getFirst());
        assertThat(wrong.err).startsWith("error[" + code.id() + "]");
        assertThat(wrong.code).isEqualTo(2);
        for (String right : traces.subList(1, traces.size())) {
            assertThat(said(right).err).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        B1101 | {"vars": ["K.lit"], "states": [{"K.lit": false, "K.lit": true}]}
        B1101 | {"vars": ["K.lit"], "states": [{"K.lit": NaN}]}
        B1101 | {"vars": [], "states": [{}]} more
        B1101 | not json
        B1103 | {"trace": {"states": []}}
        B1103 | 42
        B1103 | []
        B1103 | {"state": [], "action": []}
        B1104 | {"vars": [1], "states": [{"K.lit": false}]}
        B1104 | {"vars": ["K.lit"], "states": 7}
        B1104 | {"vars": ["K.lit"], "states": [null]}
        B1104 | {"#meta": [], "vars": ["K.lit"], "states": [{"K.lit": false}]}
        B1104 | {"counterexample": 1}
        B1104 | {"state": [[2, {"lit": false}]]}
        B1104 | {"state": [[1, {"lit": false}]], "action": [[[1, {}], {}, [9, {}]]]}
        B1105 | {"vars": ["K.lit"], "states": [{"K.lit": false, "<script>alert(1)</script>": 1}]}
        B1106 | {"vars": ["K.lit"], "states": [{}]}
        B1107 | {"vars": ["K.lit"], "states": [{"K.lit": {"#unserializable": "x"}}]}
        B1107 | {"vars": ["K.lit"], "states": [{"K.lit": 1e999999}]}
        B1107 | {"vars": ["K.lit"], "states": [{"K.lit": {"#bigint": "99999999999999999999999"}}]}
        B1107 | [{"lit": []}]
        B1108 | [{"lit": true}]
        B1109 | {"vars": ["K.lit"], "states": [{"K.lit": false}, {"K.lit": true}, {"K.lit": false}]}
        B1111 | {"vars": ["K.lit"], "states": [{"K.lit": false}], "loop": -1}
        B1111 | {"vars": ["K.lit"], "states": [{"K.lit": false}], "loop": 99999999999999999999}
        B1111 | {"vars": ["K.lit"], "states": [{"K.lit": false}], "loop": "0"}
        """)
    void isAnError(String code, String trace) throws IOException {
        Said said = said(trace);
        assertThat(said.err)
                .startsWith("error[" + code + "]")
                .contains("t.json")
                .contains("help:");
        assertThat(said.out).isEmpty();
        assertThat(said.code).isEqualTo(2);
    }

    @Test
    void depthAndLengthAreBounded() throws IOException {
        assertThat(said("{\"a\":".repeat(100_000)).err).startsWith("error[B1102]");
        assertThat(said("{\"vars\": [], \"states\": [{\"K.lit\": " + "9".repeat(100_000) + "}]}").err)
                .startsWith("error[B1102]");
        assertThat(said("{\"vars\": [], \"states\": [" + "{},".repeat(200_000) + "{}]}").err)
                .startsWith("error[B1102]");
        assertThat(said("{\"vars\": [\"" + "x".repeat(2_000_000) + "\"]}").err).startsWith("error[B1102]");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        assertThat(said(new byte[] {'{', (byte) 0xc3, '('}).err).startsWith("error[B0904]");
        assertThat(said(new byte[] {'{', 0, '}'}).err).startsWith("error[B0907]");
        assertThat(said(new byte[0]).err).startsWith("error[B0906]");
        assertThat(run("trace", folder.resolve("none.json").toString()).err).startsWith("error[B0901]");
        assertThat(run("trace", folder.toString()).err).startsWith("error[B0902]");
    }

    @Test
    void nothingInAFileMovesTheCursorOrTurnsTheText() throws IOException {
        String evil = "\\u001b[2J\\u202e\\u2066evil\\ud800";
        for (String trace : List.of(
                "{\"vars\": [], \"states\": [{\"" + evil + "\": 1}]}",
                "{\"vars\": [], \"states\": [{\"K.lit\": \"" + evil + "\"}]}",
                "{\"#meta\": {\"baton\": {}}, \"vars\": [], \"states\": [{\"K.lit\": false},"
                        + " {\"K.lit\": true, \"mbt::actionTaken\": \"" + evil + "\"}]}")) {
            Said said = said(trace);
            assertThat(said.code).isEqualTo(2);
            assertThat(said.err).startsWith("error[B11").doesNotContain("\u001b", "\u202e", "\u2066");
        }
        Said file = run(
                "trace",
                written("{\"#meta\": {\"baton\": {\"file\": \"/etc/passwd\"}}, \"vars\": [], \"states\": [{}]}"));
        assertThat(file.code).isEqualTo(2);
        assertThat(file.err).contains("is no protocol that can be read from here");
    }

    @Test
    void otherToolsNotationsAreRead() throws IOException {
        for (String trace : List.of(
                GOOD,
                "[{\"lit\": false}, {\"lit\": true}]",
                "{\"state\": [[1, {\"lit\": false}], [2, {\"lit\": true}]], \"action\": []}",
                "{\"vars\": [\"lit\", \"lit\"], \"states\": [{\"lit\": false}, {\"lit\": true}], \"loop\": 1}")) {
            Said said = said(trace);
            assertThat(said.err).isEmpty();
            assertThat(said.out).startsWith("StaysOff is violated (invariant)");
        }
    }

    @Test
    void nothingIsWrittenWhereATraceIsNone() throws IOException {
        Path out = folder.resolve("out.svg");
        String spec = folder.resolve("flip.baton").toString();
        Said said = run("trace", written("[{\"lit\": true}]"), "--spec", spec, "-o", out.toString());
        assertThat(said.code).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    private Said said(String trace) throws IOException {
        return said(trace.getBytes(StandardCharsets.UTF_8));
    }

    private Said said(byte[] trace) throws IOException {
        Path file = folder.resolve("t.json");
        Files.write(file, trace);
        return run(
                "trace", file.toString(), "--spec", folder.resolve("flip.baton").toString());
    }

    private String written(String trace) throws IOException {
        return Files.writeString(folder.resolve("t.json"), trace).toString();
    }

    private static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode code = Main.run(Arrays.asList(arguments), console, new Interruption(), Engines::of);
        return new Said(code.code(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
