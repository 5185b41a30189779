package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.Optional;

/** {@code pages} or {@code seq: n} in a pattern; {@code seq: _} has no binder, {@code pages} is its own. */
public record FieldPatternSyntax(Name field, Optional<Name> binder, Span span) implements Syntax {}
