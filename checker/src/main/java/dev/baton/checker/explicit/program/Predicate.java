package dev.baton.checker.explicit.program;

import dev.baton.model.expr.Expr;

/**
 * A question about a state or a step without locals.
 *
 * @param negated whether the answer wanted is that the expression does not hold
 */
public record Predicate(Expr expr, boolean negated) {}
