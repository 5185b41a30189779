package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.Optional;

/** A member in the declaration of an {@code enum}. */
public record EnumMemberSyntax(Name name, Optional<String> doc, Span span) implements Syntax {}
