package dev.baton.dsl.syntax;

import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;

/** One file: {@code protocol name} and its declarations, in the order of the text. */
public record SyntaxFile(SourceFile source, Name name, Optional<String> doc, List<Decl> declarations, Span span)
        implements Syntax {
    public SyntaxFile {
        declarations = List.copyOf(declarations);
    }
}
