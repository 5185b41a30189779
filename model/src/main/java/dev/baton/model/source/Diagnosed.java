package dev.baton.model.source;

import java.util.List;
import java.util.Optional;

/**
 * What a pass of the front end gives: its result, where there is one, and what it had to say. A result may come
 * together with warnings; with errors there is none that a later pass may use.
 */
public record Diagnosed<T>(Optional<T> result, List<Diagnostic> diagnostics) {

    public Diagnosed {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether any diagnostic is an error. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(d -> d.code().severity() == Severity.ERROR);
    }
}
