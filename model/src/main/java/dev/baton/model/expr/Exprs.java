package dev.baton.model.expr;

import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;

/**
 * Builders of expressions for passes. They fold what is constant (true, false, a struct's own field), so that what they
 * build reads as a person would have written it.
 */
public final class Exprs {
    private Exprs() {}

    public static Expr literal(Value value, Type type) {
        return new Expr.Literal(value, type, Span.NONE);
    }

    public static Expr literal(int value) {
        return literal(Value.of(value), Type.Range.of(value, value));
    }

    public static boolean isTrue(Expr e) {
        return e instanceof Expr.Literal l && l.value().equals(Value.TRUE);
    }

    public static boolean isFalse(Expr e) {
        return e instanceof Expr.Literal l && l.value().equals(Value.FALSE);
    }

    public static Expr and(Expr a, Expr b) {
        if (isTrue(a) || (isFalse(b) && !mayFail(a))) {
            return b;
        }
        return isTrue(b) || isFalse(a) ? a : apply(Op.AND, Type.BOOL, a, b);
    }

    public static Expr and(List<Expr> all) {
        Expr result = Expr.TRUE;
        for (Expr e : all) {
            result = and(result, e);
        }
        return result;
    }

    public static Expr or(Expr a, Expr b) {
        if (isFalse(a) || (isTrue(b) && !mayFail(a))) {
            return b;
        }
        return isFalse(b) || isTrue(a) ? a : apply(Op.OR, Type.BOOL, a, b);
    }

    public static Expr or(List<Expr> all) {
        Expr result = Expr.FALSE;
        for (Expr e : all) {
            result = or(result, e);
        }
        return result;
    }

    public static Expr not(Expr a) {
        if (isTrue(a)) {
            return Expr.FALSE;
        }
        if (isFalse(a)) {
            return Expr.TRUE;
        }
        if (a instanceof Expr.Apply n) {
            return switch (n.op()) {
                case NOT -> n.arg(0);
                case EQ -> new Expr.Apply(Op.NE, n.args(), Type.BOOL, n.span());
                case NE -> new Expr.Apply(Op.EQ, n.args(), Type.BOOL, n.span());
                case IS_SOME -> new Expr.Apply(Op.IS_NONE, n.args(), Type.BOOL, n.span());
                case IS_NONE -> new Expr.Apply(Op.IS_SOME, n.args(), Type.BOOL, n.span());
                case LT -> new Expr.Apply(Op.GE, n.args(), Type.BOOL, n.span());
                case LE -> new Expr.Apply(Op.GT, n.args(), Type.BOOL, n.span());
                case GT -> new Expr.Apply(Op.LE, n.args(), Type.BOOL, n.span());
                case GE -> new Expr.Apply(Op.LT, n.args(), Type.BOOL, n.span());
                case AND,
                        OR,
                        IMPLIES,
                        ADD,
                        SUB,
                        MUL,
                        DIV,
                        MOD,
                        NEG,
                        AT,
                        PUT,
                        SET,
                        RANGE,
                        IN,
                        SUBSET,
                        UNION,
                        INTERSECT,
                        MINUS,
                        SIZE,
                        SEQ,
                        SEQ_AT,
                        SEQ_PUT,
                        FIRST,
                        LAST,
                        APPEND,
                        DROP,
                        REMOVE_AT,
                        INSERT_AT,
                        SOME,
                        UNWRAP,
                        BAG_ADD,
                        BAG_REMOVE,
                        BAG_COUNT,
                        BAG_MEMBERS,
                        ORD,
                        MEMBER -> apply(Op.NOT, Type.BOOL, a);
            };
        }
        return apply(Op.NOT, Type.BOOL, a);
    }

    public static Expr implies(Expr a, Expr b) {
        if (isTrue(a)) {
            return b;
        }
        return isTrue(b) || isFalse(a) ? Expr.TRUE : apply(Op.IMPLIES, Type.BOOL, a, b);
    }

    public static Expr eq(Expr a, Expr b) {
        if (a instanceof Expr.Literal x && b instanceof Expr.Literal y) {
            return x.value().equals(y.value()) ? Expr.TRUE : Expr.FALSE;
        }
        return apply(Op.EQ, Type.BOOL, a, b);
    }

    /**
     * {@code if c then a else b}, folded.
     *
     * @param type what both branches lie in: either may be of a narrower type, as a number is of its own
     */
    public static Expr choose(Type type, Expr c, Expr a, Expr b) {
        if (isTrue(c)) {
            return a;
        }
        if (isFalse(c) || Shape.same(a, b)) {
            return b;
        }
        return new Expr.If(c, a, b, type, Span.NONE);
    }

    public static Expr apply(Op op, Type type, Expr... args) {
        return new Expr.Apply(op, List.of(args), type, Span.NONE);
    }

    /** {@code map[key]}. */
    public static Expr at(Expr map, Expr key) {
        return apply(Op.AT, ((Type.MapOf) map.type()).value(), map, key);
    }

    /** The map with one entry changed. */
    public static Expr put(Expr map, Expr key, Expr value) {
        return apply(Op.PUT, map.type(), map, key, value);
    }

    public static Expr size(Expr collection) {
        return apply(Op.SIZE, Type.Range.of(0, Integer.MAX_VALUE), collection);
    }

    public static Expr read(Variable variable) {
        return new Expr.Read(variable, false, Span.NONE);
    }

    public static Expr local(String name, Type type) {
        return new Expr.Local(name, type, Span.NONE);
    }

    /** {@code forall name in all(type): body}, folded. */
    public static Expr forall(String name, Type type, Expr body) {
        if (isTrue(body)) {
            return body;
        }
        Binder binder = new Binder(name, type, new Expr.Domain(type, Span.NONE));
        return new Expr.Quantified(Quantifier.FORALL, binder, body, Type.BOOL, Span.NONE);
    }

    private static boolean mayFail(Expr e) {
        return (e instanceof Expr.Apply a && a.op().partial())
                || e.children().stream().anyMatch(Exprs::mayFail);
    }
}
