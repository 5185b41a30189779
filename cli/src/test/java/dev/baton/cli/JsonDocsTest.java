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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code docs/json.md} is what is printed; {@code -Dgolden=update} writes it anew, and fails. */
final class JsonDocsTest {
    private static final Path PAGE = Path.of(System.getProperty("baton.root", ".."), "docs/json.md");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void theExampleIsReal() throws IOException {
        String page = Files.readString(PAGE);
        Path file = Files.writeString(folder.resolve("flip.baton"), block(page, "baton"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitCode code = Main.run(
                List.of("check", file.toString(), "--property", "StaysOff", "--json", "-"),
                Console.plain(stream, stream),
                new Interruption(),
                Engines::of);
        String actual = out.toString(StandardCharsets.UTF_8)
                .replace(file.toString(), "flip.baton")
                .replace("\"(not packaged)\"", "\"0.1.0\"");
        assertThat(code).isEqualTo(ExitCode.UNEXPECTED);
        String shown = block(page, "json");
        if ("update".equals(System.getProperty("golden")) && !masked(actual).equals(masked(shown))) {
            Files.writeString(PAGE, page.replace("```json\n" + shown + "```", "```json\n" + actual + "```"));
            fail("updated " + PAGE);
        }
        assertThat(masked(shown)).isEqualTo(masked(actual));
    }

    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String masked(String json) {
        return json.replaceAll("(?i)(\"(?:wall)?seconds\" : )[0-9.E-]+", "$1#");
    }
}
