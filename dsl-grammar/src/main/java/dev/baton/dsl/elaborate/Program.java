package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A file and what it imports as one text.
 *
 * @param declarations of the imported files first; their checks left out
 */
record Program(SyntaxFile main, List<Imported> imports, List<Decl> declarations) {

    static Program of(SyntaxFile main, List<Imported> imports) {
        List<Decl> all = new ArrayList<>();
        for (Imported imported : imports) {
            imported.file().declarations().stream()
                    .filter(d -> !(d instanceof Decl.Check))
                    .forEach(all::add);
        }
        all.addAll(main.declarations());
        return new Program(main, List.copyOf(imports), List.copyOf(all));
    }

    /** Where to speak of a declaration: itself in the main file, else the {@code import} that brought it in. */
    Span visible(Span declared) {
        return imports.stream()
                .filter(i -> i.file().source().equals(declared.file()))
                .map(Imported::at)
                .findFirst()
                .orElse(declared);
    }

    /** The declarations of one kind, in order. */
    <D extends Decl> List<D> all(Class<D> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
