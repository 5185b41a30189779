package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;

/** {@code field: e} in a record, {@code field = e} after {@code with}. */
public record FieldValueSyntax(Name field, ExprSyntax value, Span span) implements Syntax {}
