package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code x: T = e} or {@code m[K1][K2]: T = e}, in {@code memory}, after {@code var} in an actor and as a statement.
 *
 * @param keys of a map, the outermost first; empty for a plain variable
 * @param span from the name on, without {@code var}
 */
public record VariableSyntax(
        Name name, List<TypeSyntax> keys, TypeSyntax type, Optional<ExprSyntax> first, Optional<String> doc, Span span)
        implements Syntax {
    public VariableSyntax {
        keys = List.copyOf(keys);
    }
}
