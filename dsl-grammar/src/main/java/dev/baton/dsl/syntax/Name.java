package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;

/** A name, where it is declared or where it is used. */
public record Name(String text, Span span) implements Syntax {
    @Override
    public String toString() {
        return text;
    }
}
