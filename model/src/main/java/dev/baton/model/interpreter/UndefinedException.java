package dev.baton.model.interpreter;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;

/**
 * A partial operator was used where it is undefined, or an integer left 32 bits. Lowering guards every partial operator
 * (rule 3), so the former is a broken invariant of lowering, never a user's error.
 */
public final class UndefinedException extends RuntimeException {

    UndefinedException(String why, Expr where) {
        super(why + " in `" + ExprPrinter.print(where) + "`" + (where.span().known() ? " at " + where.span() : ""));
    }
}
