package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of what no Java is generated for: the first example is refused with that code, the others are not. */
final class GenerationErrorsTest {
    private static final Path PAGES =
            Path.of(System.getProperty("baton.root", "..")).resolve("docs").resolve("errors");
    private static final Pattern EXAMPLE = Pattern.compile("```baton\\n(.*?)```", Pattern.DOTALL);

    static List<Code> codes() {
        return Arrays.stream(Code.values())
                .filter(code -> code.id().startsWith("B12"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void pageIsRight(Code code) throws IOException {
        String page = Files.readString(PAGES.resolve(code.id() + ".md"));
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(page);
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        assertThat(examples).hasSizeGreaterThan(1);
        assertThat(said(examples.getFirst())).contains(code);
        for (String mended : examples.subList(1, examples.size())) {
            assertThat(said(mended)).isEmpty();
        }
    }

    private static List<Code> said(String text) {
        SourceFile source = new SourceFile("page.baton", text);
        LoadedFile loaded =
                Frontend.load(Path.of("page.baton"), source).result().orElseThrow();
        Diagnosed<Protocol> protocol = Frontend.protocol(loaded, Map.of());
        Provenance nothing = new Provenance(source.sha256(), List.of(), Optional.empty());
        return JavaGenerator.generate(protocol.result().orElseThrow(), "page", nothing).diagnostics().stream()
                .map(Diagnostic::code)
                .distinct()
                .toList();
    }
}
