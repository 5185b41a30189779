package dev.baton.dsl;

import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.dsl.elaborate.Imported;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.SourceFile;
import java.util.List;

/**
 * A file that was read without errors, with all that it imports.
 *
 * @param imports each once, after those it imports itself
 * @param checks at least one
 */
public record LoadedFile(SourceFile source, SyntaxFile syntax, List<Imported> imports, List<CheckSpec> checks) {
    public LoadedFile {
        imports = List.copyOf(imports);
        checks = List.copyOf(checks);
    }
}
