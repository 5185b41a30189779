package dev.baton.cli;

import dev.baton.dsl.format.Formatter;
import dev.baton.dsl.parse.Sources;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.Optional;

/** A file as it is and as the formatter would have it. What it imports, and what its names mean, does not matter. */
record Formatted(String before, String after) {

    static Diagnosed<Formatted> of(Path path) {
        Diagnosed<SourceFile> source = Sources.load(path);
        if (source.result().isEmpty()) {
            return new Diagnosed<>(Optional.empty(), source.diagnostics());
        }
        SourceFile file = source.result().get();
        Diagnosed<String> formatted = Formatter.format(file);
        return new Diagnosed<>(
                formatted.result().map(text -> new Formatted(file.text(), text)), formatted.diagnostics());
    }

    boolean isWell() {
        return before.equals(after);
    }
}
