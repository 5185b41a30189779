package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a path has assumed so far, as far as it bounds integers: {@code x < N} assumed, {@code x + 1} fits {@code 0..N}.
 * It spares checks that can't fail.
 */
final class Facts {
    private final List<Expr.Apply> comparisons = new ArrayList<>();

    private Facts() {}

    static Facts of(List<Path.Event> events) {
        Facts facts = new Facts();
        for (Path.Event event : events) {
            switch (event) {
                case Path.Event.Assume a -> facts.add(Shape.bare(a.condition()));
                case Path.Event.Check c -> facts.add(Shape.bare(c.condition()));
                case Path.Event.Mark _ -> {}
            }
        }
        return facts;
    }

    private void add(Expr fact) {
        if (fact instanceof Expr.Apply a) {
            if (a.op() == Op.AND) {
                a.args().forEach(this::add);
            } else if (a.args().size() == 2) {
                comparisons.add(a);
            }
        }
    }

    private record Interval(long low, long high) {}

    /** Whether an integer surely lies in a range. */
    boolean within(Expr value, Type type) {
        if (!(type instanceof Type.Range range) || !(value.type() instanceof Type.Range)) {
            return false;
        }
        Interval known = bound(Shape.bare(value));
        return range.low() <= known.low && known.high <= range.high();
    }

    private Interval bound(Expr e) {
        Interval byType = e.type() instanceof Type.Range r
                ? new Interval(r.low(), r.high())
                : new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (e instanceof Expr.Literal l && l.value() instanceof Value.Int i) {
            return new Interval(i.value(), i.value());
        }
        if (e instanceof Expr.Constant c && c.value() instanceof Value.Int i) {
            return new Interval(i.value(), i.value());
        }
        if (e instanceof Expr.Apply a && (a.op() == Op.ADD || a.op() == Op.SUB)) {
            Interval x = bound(a.arg(0));
            Interval y = bound(a.arg(1));
            Interval sum = a.op() == Op.ADD
                    ? new Interval(x.low + y.low, x.high + y.high)
                    : new Interval(x.low - y.high, x.high - y.low);
            return meet(byType, sum);
        }
        Interval known = byType;
        for (Expr.Apply c : comparisons) {
            if (c.arg(0).equals(e)) {
                known = meet(known, compared(c.op(), c.arg(1)));
            } else if (c.arg(1).equals(e)) {
                known = meet(known, compared(mirrored(c.op()), c.arg(0)));
            }
        }
        return known;
    }

    private static Interval meet(Interval a, Interval b) {
        return new Interval(Math.max(a.low, b.low), Math.min(a.high, b.high));
    }

    private static final Interval ANY = new Interval(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4);

    private static Interval compared(Op op, Expr with) {
        if (!(with.type() instanceof Type.Range r)) {
            return ANY;
        }
        boolean constant = with instanceof Expr.Constant || with instanceof Expr.Literal;
        long low = r.low();
        long high = r.high();
        if (constant && with instanceof Expr.Constant c && c.value() instanceof Value.Int i) {
            low = i.value();
            high = i.value();
        }
        if (op == Op.EQ) {
            return new Interval(low, high);
        }
        boolean below = op == Op.LT || op == Op.LE;
        boolean above = op == Op.GT || op == Op.GE;
        long strict = op == Op.LT || op == Op.GT ? 1 : 0;
        return new Interval(above ? low + strict : ANY.low, below ? high - strict : ANY.high);
    }

    private static Op mirrored(Op op) {
        if (op == Op.LT || op == Op.LE) {
            return op == Op.LT ? Op.GT : Op.GE;
        }
        if (op == Op.GT || op == Op.GE) {
            return op == Op.GT ? Op.LT : Op.LE;
        }
        return op;
    }
}
