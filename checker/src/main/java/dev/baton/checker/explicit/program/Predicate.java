package dev.baton.checker.explicit.program;

import dev.baton.model.expr.Expr;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;

/**
 * A question about a state or a step.
 *
 * @param negated whether the answer wanted is that the expression does not hold
 * @param locals what the names mean that it uses and does not bind
 */
public record Predicate(Expr expr, boolean negated, List<Local> locals) {

    public Predicate {
        locals = List.copyOf(locals);
    }

    public Predicate(Expr expr, boolean negated) {
        this(expr, negated, List.of());
    }

    /** A name and what it means. */
    public record Local(String name, Type type, Value value) {}
}
