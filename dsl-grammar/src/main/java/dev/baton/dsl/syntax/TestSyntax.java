package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.Optional;

/** What {@code if}, {@code while} and {@code await} ask: {@code e}, or {@code pattern = e}. */
public record TestSyntax(Optional<PatternSyntax> pattern, ExprSyntax value, Span span) implements Syntax {}
