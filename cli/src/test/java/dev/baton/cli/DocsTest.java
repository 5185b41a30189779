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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages that show commands tell the truth: a block marked {@code baton NAME} or {@code file NAME} is a file of that
 * name, a block marked {@code console} a command and what it prints. {@code -Dgolden=update} writes what is printed
 * anew, and fails.
 */
final class DocsTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(baton|file|console) ?(\\S*)\\n(.*?)^```$");
    private static final Pattern SECONDS = Pattern.compile("\\b[0-9]+\\.[0-9]{2} s\\b");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tutorial.md", "docs/simulate.md", "docs/graph.md", "docs/validate.md"})
    void showsWhatIsPrinted(String page) throws IOException {
        Path file = ROOT.resolve(page);
        String written = Files.readString(file);
        String actual = played(written);
        if ("update".equals(System.getProperty("golden")) && !masked(actual).equals(masked(written))) {
            Files.writeString(file, actual);
            fail("updated " + page);
        }
        assertThat(masked(actual)).as(page).isEqualTo(masked(written));
    }

    /** The page with what its commands print today. */
    private String played(String page) throws IOException {
        StringBuilder text = new StringBuilder();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            String body = block.group(3);
            if (!block.group(1).equals("console")) {
                Files.writeString(folder.resolve(block.group(2)), body);
            } else {
                String command = body.lines().findFirst().orElseThrow();
                assertThat(command).startsWith("$ ./baton ");
                body = command + "\n" + printed(command.substring("$ ./baton ".length()));
            }
            String replacement = "```" + (block.group(1) + " " + block.group(2)).strip() + "\n" + body + "```";
            block.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return block.appendTail(text).toString();
    }

    /** What a command prints; if it has no result, what it says is wrong. */
    private String printed(String typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = Stream.of(typed.split(" ")).toList();
        List<String> resolved = arguments.stream()
                .map(a -> isFile(arguments, a) || Files.exists(folder.resolve(a)) ? resolved(a) : a)
                .toList();
        Main.run(resolved, Console.plain(stream(out), stream(err)), new Interruption(), Engines::of);
        String shown = (out.size() > 0 ? out : err).toString(StandardCharsets.UTF_8);
        return shown.stripTrailing()
                .replace(folder + "/", "")
                .replace(ROOT + "/", "")
                .lines()
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static boolean isFile(List<String> arguments, String argument) {
        boolean made = arguments.getFirst().equals("new") && !argument.equals("new");
        return made || argument.endsWith(".baton");
    }

    /** Where a file that a page speaks of is. */
    private String resolved(String name) {
        return (name.startsWith("specs/") ? ROOT : folder).resolve(name).toString();
    }

    private static String masked(String text) {
        return SECONDS.matcher(text)
                .replaceAll("#.## s")
                .replaceAll(" +(#.## s|time)", " $1")
                .replaceAll("(?i)(\"(?:wall)?seconds\" : )[0-9.E-]+", "$1#")
                .replaceAll("\"baton\" : \".*?\"", "\"baton\" : \"#\"");
    }
}
