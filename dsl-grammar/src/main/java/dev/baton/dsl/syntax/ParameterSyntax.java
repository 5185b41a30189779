package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;

/** {@code x: T} of a {@code fn} or {@code proc}. */
public record ParameterSyntax(Name name, TypeSyntax type, Span span) implements Syntax {}
