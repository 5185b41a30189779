package dev.baton.dsl;

import dev.baton.dsl.elaborate.Imported;
import dev.baton.dsl.parse.Parser;
import dev.baton.dsl.parse.Sources;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that a file imports, itself or through others, each once and after those it imports itself. */
final class LoadImports {
    private final List<Imported> loaded = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Path> known = new LinkedHashSet<>();
    private final List<Path> underWay = new ArrayList<>();

    private LoadImports() {}

    static Diagnosed<List<Imported>> load(Path path, SyntaxFile file) {
        LoadImports pass = new LoadImports();
        pass.follow(path, file);
        return new Diagnosed<>(Optional.of(List.copyOf(pass.loaded)), pass.diagnostics);
    }

    private void follow(Path path, SyntaxFile file) {
        underWay.addLast(canonical(path));
        for (Decl declaration : file.declarations()) {
            if (declaration instanceof Decl.Import i) {
                load(path, i);
            }
        }
        underWay.removeLast();
    }

    private void load(Path importing, Decl.Import wanted) {
        Path path;
        try {
            path = importing.resolveSibling(wanted.path()).normalize();
        } catch (InvalidPathException e) {
            diagnostics.add(Diagnostic.of(Code.B0901, wanted.pathSpan(), wanted.path()));
            return;
        }
        int at = underWay.indexOf(canonical(path));
        if (at >= 0) {
            List<String> chain = new ArrayList<>();
            underWay.subList(at, underWay.size()).forEach(p -> chain.add(name(p)));
            chain.add(name(path));
            diagnostics.add(Diagnostic.of(Code.B0208, wanted.pathSpan(), wanted.path(), String.join(" → ", chain)));
            return;
        }
        if (!known.add(canonical(path))) {
            return;
        }
        Diagnosed<SourceFile> source = Sources.load(path);
        source.diagnostics()
                .forEach(d -> diagnostics.add(new Diagnostic(d.code(), wanted.pathSpan(), d.arguments(), d.help())));
        source.result().ifPresent(text -> {
            Diagnosed<SyntaxFile> parsed = Parser.parse(text);
            diagnostics.addAll(parsed.diagnostics());
            parsed.result().ifPresent(syntax -> {
                follow(path, syntax);
                loaded.add(new Imported(syntax, wanted.span()));
            });
        });
    }

    private static Path canonical(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
