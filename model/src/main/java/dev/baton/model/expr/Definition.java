package dev.baton.model.expr;

import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A pure function ({@code fn}). Not recursive; definitions stand in the order in which they may use each other. The
 * body may read state variables.
 */
public record Definition(
        String name, List<Parameter> parameters, Type result, Expr body, Optional<String> doc, Span span) {

    public Definition {
        parameters = List.copyOf(parameters);
    }

    /** A parameter; in the body it is an {@link Expr.Local} of that name. */
    public record Parameter(String name, Type type) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Definition d && d.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
