package dev.baton.dsl.parse;

import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text to syntax tree. */
public final class Parser {
    private Parser() {}

    /**
     * The syntax tree of a text; none if there are errors, of which several are reported. Never throws.
     *
     * <p>Codes B0101 to B0118, and warnings B0811.
     */
    public static Diagnosed<SyntaxFile> parse(SourceFile source) {
        Diagnosed<ParsedText> read = TextReader.read(source);
        if (read.result().isEmpty()) {
            return new Diagnosed<>(Optional.empty(), read.diagnostics());
        }
        Problems problems = new Problems(source);
        SyntaxFile file = DeclBuilder.build(read.result().get(), problems);
        List<Diagnostic> all = new ArrayList<>(read.diagnostics());
        all.addAll(problems.all());
        Diagnosed<SyntaxFile> built = new Diagnosed<>(Optional.of(file), all);
        return built.failed() ? new Diagnosed<>(Optional.empty(), all) : built;
    }
}
