package dev.baton.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Golden;
import dev.baton.dsl.TreeText;
import dev.baton.dsl.parse.Parser;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Formatting changes the layout alone, and nothing the second time. */
final class FormatterTest {
    private static final Path FOLDER = Golden.ROOT.resolve("dsl-grammar/src/test/resources/format");

    @TestFactory
    Stream<DynamicTest> styles() {
        return Golden.files(FOLDER, ".baton").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Golden.check(Golden.beside(file, ".formatted"), format(Golden.read(file)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> layoutAlone() {
        return Stream.of("specs", "dsl-grammar/src/test/resources")
                .flatMap(folder -> Golden.files(Golden.ROOT.resolve(folder), ".baton").stream())
                .filter(file -> Parser.parse(source(Golden.read(file))).result().isPresent())
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertLayoutAlone(Golden.read(file))));
    }

    static void assertLayoutAlone(String text) {
        String formatted = format(text);
        assertThat(format(formatted)).as("formatted twice").isEqualTo(formatted);
        assertThat(tree(formatted)).isEqualTo(tree(text));
        assertThat(comments(formatted)).isEqualTo(comments(text));
    }

    static String format(String text) {
        return Formatter.format(source(text)).result().orElseThrow();
    }

    private static String tree(String text) {
        return TreeText.of(Parser.parse(source(text)).result().orElseThrow());
    }

    /** All comments in order, with their blanks and line ends made one blank. */
    private static List<String> comments(String text) {
        return Pattern.compile("\"[^\"\n]*\"|(//[^\n]*|(?s:/\\*.*?\\*/))")
                .matcher(text)
                .results()
                .filter(match -> match.group(1) != null)
                .map(match -> match.group(1).replaceAll("\\s+", " ").strip())
                .toList();
    }

    static SourceFile source(String text) {
        return new SourceFile("test.baton", text);
    }

    @Test
    void aTextWithErrorsIsNotFormatted() {
        assertThat(Formatter.format(source("protocol P const")).result()).isEmpty();
        assertThat(Formatter.format(source("protocol P const")).failed()).isTrue();
    }

    @Test
    void endsWithOneLineEnd() {
        assertThat(format("protocol P\n\n\n")).isEqualTo("protocol P\n");
        assertThat(format("protocol P")).isEqualTo("protocol P\n");
        assertThat(format("\n\nprotocol P // c")).isEqualTo("protocol P  // c\n");
    }

    @Test
    void windowsLineEndsBecomeUnixOnes() {
        assertThat(format("protocol P\r\n// a\r\nconst A = 1\r\n/* b\r\n * c\r\n */\r\n"))
                .isEqualTo("protocol P\n\n// a\nconst A = 1\n/* b\n * c\n */\n");
    }
}
