package dev.baton.model.protocol;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.List;

/**
 * What can be assigned: a variable or local, and a path into it. The actor's own variable of an indexed actor has
 * {@code Key(self)} as the first step of its path.
 *
 * @param type of the place at the end of the path
 */
public record Place(Root root, List<Step> path, Type type, Span span) {

    public Place {
        path = List.copyOf(path);
    }

    public sealed interface Root {
        Type type();
    }

    public record VariableRoot(Variable variable) implements Root {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** A {@code var} of a task, handler or action. */
    public record LocalRoot(String name, Type type) implements Root {}

    public sealed interface Step {}

    /** An entry of a map, or an element of a sequence (position from 0). */
    public record Key(Expr key) implements Step {}

    public record Field(String name) implements Step {}
}
