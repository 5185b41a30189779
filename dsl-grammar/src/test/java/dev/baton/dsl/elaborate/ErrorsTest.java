package dev.baton.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of texts that are wrong or doubtful: {@code errors/*.baton} and {@code .err}; and the pages on it. */
final class ErrorsTest {
    private static final Path ERRORS = Inputs.RESOURCES.resolve("errors");
    private static final Path PAGES =
            Path.of(System.getProperty("baton.root", "..")).resolve("docs/errors");
    private static final Pattern EXAMPLE = Pattern.compile("```baton\n(.*?)```", Pattern.DOTALL);

    static List<Path> inputs() {
        return Inputs.in(ERRORS);
    }

    /** The codes of this package; those of reading, of files, of runs and of generated code have tests of their own. */
    static List<Code> codes() {
        return Arrays.stream(Code.values())
                .filter(c -> Stream.of("B01", "B09", "B10", "B11", "B12").noneMatch(c.id()::startsWith))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isSaid(Path input) {
        String expected = input.toString().replace(".baton", ".err");
        Inputs.golden(Path.of(expected), Inputs.rendered(Inputs.diagnostics(input)));
    }

    @Test
    void everyCodeIsSaidOfSomeInput() {
        Set<Code> said = new TreeSet<>();
        inputs().forEach(i -> Inputs.diagnostics(i).forEach(d -> said.add(d.code())));
        assertThat(said).containsAll(codes());
    }

    /** The first example of a page gives the code; the others, where it is mended, do not. */
    @ParameterizedTest
    @MethodSource("codes")
    void pageIsRight(Code code) {
        Path page = PAGES.resolve(code.id() + ".md");
        assertThat(Files.exists(page)).as("page " + page).isTrue();
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Inputs.read(page));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        assertThat(examples).as("examples in " + page).isNotEmpty();
        for (int i = 0; i < examples.size(); i++) {
            List<Diagnostic> said = Inputs.diagnostics(ERRORS.resolve("page.baton"), code.id(), examples.get(i));
            List<Code> found = said.stream().map(Diagnostic::code).distinct().toList();
            if (i == 0) {
                assertThat(found).as(Inputs.rendered(said)).containsExactly(code);
            } else {
                assertThat(Inputs.rendered(said)).as("example " + (i + 1)).isEmpty();
            }
        }
    }
}
