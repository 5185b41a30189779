package dev.baton.dsl.parse;

import dev.baton.dsl.Golden;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that don't parse, with what is said of them beside each. */
final class ParseErrorsTest {
    private static final Path FOLDER = Golden.ROOT.resolve("dsl-grammar/src/test/resources/parse-errors");

    @TestFactory
    Stream<DynamicTest> errors() {
        return Golden.files(FOLDER, ".baton").stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> Golden.check(Golden.beside(file, ".err"), say(file))));
    }

    private static String say(Path file) {
        SourceFile source = new SourceFile(file.getFileName().toString(), Golden.read(file));
        Diagnosed<SyntaxFile> parsed = Parser.parse(source);
        return parsed.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining());
    }
}
