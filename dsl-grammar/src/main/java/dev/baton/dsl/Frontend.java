package dev.baton.dsl;

import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.dsl.elaborate.Checks;
import dev.baton.dsl.elaborate.Elaborator;
import dev.baton.dsl.elaborate.Imported;
import dev.baton.dsl.parse.Parser;
import dev.baton.dsl.parse.Sources;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a {@code .baton} file to its protocol: what the command line asks of this module. */
public final class Frontend {
    private Frontend() {}

    /** Reads a file and what it imports, and the checks that it asks for. */
    public static Diagnosed<LoadedFile> load(Path path) {
        Diagnosed<SourceFile> source = Sources.load(path);
        return source.result().isPresent()
                ? load(path, source.result().get())
                : new Diagnosed<>(Optional.empty(), source.diagnostics());
    }

    /** The same of a text that is there already; its imports are looked for beside {@code path}. */
    public static Diagnosed<LoadedFile> load(Path path, SourceFile source) {
        Diagnosed<SyntaxFile> parsed = Parser.parse(source);
        List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
        if (parsed.result().isEmpty()) {
            return new Diagnosed<>(Optional.empty(), all);
        }
        SyntaxFile syntax = parsed.result().get();
        Diagnosed<List<Imported>> imports = LoadImports.load(path, syntax);
        all.addAll(imports.diagnostics());
        if (imports.failed()) {
            return new Diagnosed<>(Optional.empty(), all);
        }
        Diagnosed<List<CheckSpec>> checks =
                Checks.checks(syntax, imports.result().orElseThrow());
        all.addAll(checks.diagnostics());
        if (checks.failed()) {
            List<Imported> known = imports.result().orElseThrow();
            all.addAll(Elaborator.elaborate(syntax, known, Map.of()).diagnostics());
        }
        Optional<LoadedFile> loaded = checks.result()
                .map(c -> new LoadedFile(source, syntax, imports.result().orElseThrow(), c));
        return new Diagnosed<>(loaded, all);
    }

    /**
     * The protocol of a file under one choice of parameters.
     *
     * @param parameters values of parameters that are not to have their default: a check's, or a user's
     */
    public static Diagnosed<Protocol> protocol(LoadedFile file, Map<String, Integer> parameters) {
        return Elaborator.elaborate(file.syntax(), file.imports(), parameters);
    }
}
