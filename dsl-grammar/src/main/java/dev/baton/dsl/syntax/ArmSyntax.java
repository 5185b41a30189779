package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.Optional;

/** {@code pattern => …} in a {@code match}; {@code else => …} has no pattern. */
public record ArmSyntax(Optional<PatternSyntax> pattern, BlockSyntax body, Span span) implements Syntax {}
