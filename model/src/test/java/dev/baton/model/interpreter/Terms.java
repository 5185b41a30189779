package dev.baton.model.interpreter;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Expressions for tests, in few words. Types of results that nothing reads are {@code bool} throughout. */
public final class Terms {
    private Terms() {}

    public static Expr num(int value) {
        return literal(Value.of(value), Type.Range.of(value, value));
    }

    public static Expr bool(boolean value) {
        return value ? Expr.TRUE : Expr.FALSE;
    }

    public static Expr literal(Value value, Type type) {
        return new Expr.Literal(value, type, Span.NONE);
    }

    public static Expr read(Variable variable) {
        return new Expr.Read(variable, false, Span.NONE);
    }

    public static Expr primed(Variable variable) {
        return new Expr.Read(variable, true, Span.NONE);
    }

    public static Expr local(String name, Type type) {
        return new Expr.Local(name, type, Span.NONE);
    }

    public static Expr local(String name) {
        return local(name, Type.BOOL);
    }

    /** An operator whose result's type matters. */
    public static Expr typed(Type type, Op op, Expr... args) {
        return new Expr.Apply(op, List.of(args), type, Span.NONE);
    }

    public static Expr op(Op op, Expr... args) {
        return typed(Type.BOOL, op, args);
    }

    public static Expr and(Expr... args) {
        return op(Op.AND, args);
    }

    public static Expr not(Expr arg) {
        return op(Op.NOT, arg);
    }

    public static Expr eq(Expr a, Expr b) {
        return op(Op.EQ, a, b);
    }

    public static Expr add(Expr a, Expr b) {
        return op(Op.ADD, a, b);
    }

    public static Expr at(Expr map, Expr key) {
        return op(Op.AT, map, key);
    }

    public static Expr all(Type type) {
        return new Expr.Domain(type, Span.NONE);
    }

    public static Expr quantified(Quantifier kind, Type type, String name, Expr domain, Expr body) {
        return new Expr.Quantified(kind, new Binder(name, type, domain), body, type, Span.NONE);
    }

    public static Expr forall(String name, Type type, Expr body) {
        return new Expr.Quantified(Quantifier.FORALL, new Binder(name, type, all(type)), body, Type.BOOL, Span.NONE);
    }

    public static Variable variable(String name, Type type, Expr init) {
        return variable(name, type, init, Variable.Role.PRIVATE);
    }

    public static Variable variable(String name, Type type, Expr init, Variable.Role role) {
        return new Variable(name, type, init, role, Optional.empty(), Span.NONE);
    }
}
