package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.value.Value;

/** Folds integer expressions over constants, so that core numbers compare while lowering. */
final class Numbers {
    private Numbers() {}

    static Expr fold(Expr e) {
        Expr f = e.mapChildren(Numbers::fold);
        if (f instanceof Expr.Constant c) {
            return Exprs.literal(c.value(), c.type());
        }
        if (f instanceof Expr.Apply a && a.op() == Op.ORD && a.arg(0) instanceof Expr.Literal l) {
            return Exprs.literal(((Value.Member) l.value()).ordinal());
        }
        if (f instanceof Expr.Apply a
                && a.args().size() == 2
                && a.arg(0) instanceof Expr.Literal x
                && a.arg(1) instanceof Expr.Literal y
                && x.value() instanceof Value.Int m
                && y.value() instanceof Value.Int n) {
            if (a.op() == Op.ADD) {
                return Exprs.literal(m.value() + n.value());
            }
            if (a.op() == Op.SUB) {
                return Exprs.literal(m.value() - n.value());
            }
            if (a.op() == Op.MUL) {
                return Exprs.literal(m.value() * n.value());
            }
            if (a.op() == Op.MOD && n.value() > 0) {
                return Exprs.literal(Math.floorMod(m.value(), n.value()));
            }
        }
        return f;
    }
}
