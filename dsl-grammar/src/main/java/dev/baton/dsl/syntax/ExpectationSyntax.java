package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;

/** {@code P violated} or {@code P holds}. */
public record ExpectationSyntax(Name property, Outcome outcome, Span span) implements Syntax {
    public enum Outcome {
        HOLDS,
        VIOLATED
    }
}
