package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import java.util.Set;

/**
 * Whether something may be different under other parameters. What is wrong or always so only under the parameters of
 * one run is no mistake of the text.
 */
final class Parametric {
    private static final Set<Op> SIZED = Set.of(Op.SIZE, Op.ORD, Op.MEMBER, Op.APPEND, Op.DROP, Op.FIRST, Op.LAST);

    private Parametric() {}

    static boolean is(Type type) {
        return Kinds.parts(type).stream()
                .anyMatch(t -> (t instanceof Type.Range r && (is(r.lo()) || is(r.hi())))
                        || (t instanceof Type.Index i && !i.sizeText().equals(Integer.toString(i.size())))
                        || t instanceof Type.Seq);
    }

    static boolean is(Expr expr) {
        boolean here = expr instanceof Expr.Constant
                || (expr instanceof Expr.Apply a && SIZED.contains(a.op()))
                || expr instanceof Expr.Call
                || is(expr.type());
        return here || expr.children().stream().anyMatch(Parametric::is);
    }

    private static boolean is(Bound bound) {
        return !bound.text().equals(Integer.toString(bound.value()));
    }
}
