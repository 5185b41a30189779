package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.Optional;

/** {@code name: T} in a {@code record} or {@code message}. */
public record FieldSyntax(Name name, TypeSyntax type, Optional<String> doc, Span span) implements Syntax {}
