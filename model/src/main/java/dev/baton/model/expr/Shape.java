package dev.baton.model.expr;

import dev.baton.model.source.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Expressions compared and searched without regard to where they stand in the text. */
public final class Shape {
    private Shape() {}

    /** Whether two expressions are the same but for their spans. */
    public static boolean same(Expr a, Expr b) {
        return bare(a).equals(bare(b));
    }

    /** The expression without spans. */
    public static Expr bare(Expr e) {
        return switch (e) {
            case Expr.Literal x -> new Expr.Literal(x.value(), x.type(), Span.NONE);
            case Expr.Constant x -> new Expr.Constant(x.name(), x.value(), x.type(), Span.NONE);
            case Expr.Read x -> new Expr.Read(x.variable(), x.primed(), Span.NONE);
            case Expr.Local x -> new Expr.Local(x.name(), x.type(), Span.NONE);
            case Expr.Apply x -> {
                Expr.Apply y = (Expr.Apply) x.mapChildren(Shape::bare);
                yield new Expr.Apply(y.op(), y.args(), y.type(), Span.NONE);
            }
            case Expr.Get x -> new Expr.Get(bare(x.target()), x.field(), x.type(), Span.NONE);
            case Expr.Make x -> {
                Expr.Make y = (Expr.Make) x.mapChildren(Shape::bare);
                yield new Expr.Make(y.type(), y.fields(), Span.NONE);
            }
            case Expr.With x -> {
                Expr.With y = (Expr.With) x.mapChildren(Shape::bare);
                yield new Expr.With(y.base(), y.changes(), Span.NONE);
            }
            case Expr.If x ->
                new Expr.If(bare(x.condition()), bare(x.then()), bare(x.otherwise()), x.type(), Span.NONE);
            case Expr.Let x -> new Expr.Let(x.name(), bare(x.value()), bare(x.body()), Span.NONE);
            case Expr.Quantified x -> {
                Expr.Quantified y = (Expr.Quantified) x.mapChildren(Shape::bare);
                yield new Expr.Quantified(y.kind(), y.binder(), y.body(), y.type(), Span.NONE);
            }
            case Expr.Domain x -> new Expr.Domain(x.element(), Span.NONE);
            case Expr.Is x -> new Expr.Is(bare(x.target()), x.variant(), Span.NONE);
            case Expr.As x -> new Expr.As(bare(x.target()), x.type(), Span.NONE);
            case Expr.Fits x -> new Expr.Fits(bare(x.target()), x.range(), Span.NONE);
            case Expr.Call x -> {
                Expr.Call y = (Expr.Call) x.mapChildren(Shape::bare);
                yield new Expr.Call(y.definition(), y.args(), Span.NONE);
            }
            case Expr.Query x -> {
                Expr.Query y = (Expr.Query) x.mapChildren(Shape::bare);
                yield new Expr.Query(y.question(), y.args(), y.type(), Span.NONE);
            }
        };
    }

    /** Visits an expression and all below it, parents first; not the bodies of called definitions. */
    public static void visit(Expr e, Consumer<Expr> visitor) {
        visitor.accept(e);
        e.children().forEach(child -> visit(child, visitor));
    }

    /** The state variables that an expression reads, also through definitions. */
    public static Set<Variable> reads(Expr e) {
        Set<Variable> found = new HashSet<>();
        visit(e, x -> {
            if (x instanceof Expr.Read r) {
                found.add(r.variable());
            }
            if (x instanceof Expr.Call c) {
                found.addAll(reads(c.definition().body()));
            }
        });
        return found;
    }
}
