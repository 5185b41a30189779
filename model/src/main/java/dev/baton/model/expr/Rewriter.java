package dev.baton.model.expr;

import dev.baton.model.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Replaces free locals, reads, queries and calls in an expression. Names that it puts in are never captured: a binder
 * that stands in the way is renamed.
 *
 * @param locals what becomes of a free local; others stay
 * @param reads what becomes of a read of a variable
 * @param queries what becomes of a query, its arguments already rewritten
 * @param calls what becomes of a call, its arguments already rewritten
 */
public record Rewriter(
        Map<String, Expr> locals,
        Function<Expr.Read, Expr> reads,
        Function<Expr.Query, Expr> queries,
        Function<Expr.Call, Expr> calls) {

    /** Replaces locals only. */
    public static Expr substitute(Expr e, Map<String, Expr> locals) {
        return locals.isEmpty() ? e : new Rewriter(locals, r -> r, q -> q, c -> c).rewrite(e);
    }

    /** The body of a definition with its parameters replaced by a call's arguments. */
    public static Expr inline(Expr.Call call) {
        Map<String, Expr> arguments = new HashMap<>();
        for (int i = 0; i < call.args().size(); i++) {
            arguments.put(
                    call.definition().parameters().get(i).name(), call.args().get(i));
        }
        return substitute(call.definition().body(), arguments);
    }

    public Expr rewrite(Expr e) {
        return switch (e) {
            case Expr.Local x -> locals.getOrDefault(x.name(), x);
            case Expr.Read x -> reads.apply(x);
            case Expr.Query x -> queries.apply((Expr.Query) x.mapChildren(this::rewrite));
            case Expr.Call x -> calls.apply((Expr.Call) x.mapChildren(this::rewrite));
            case Expr.Let x -> {
                Expr value = rewrite(x.value());
                String name = free(x.name());
                Rewriter inner = bind(x.name(), name, x.value().type());
                yield new Expr.Let(name, value, inner.rewrite(x.body()), x.span());
            }
            case Expr.Quantified x -> {
                Expr domain = rewrite(x.binder().domain());
                String name = free(x.binder().name());
                Rewriter inner = bind(x.binder().name(), name, x.binder().type());
                Binder binder = new Binder(name, x.binder().type(), domain);
                yield new Expr.Quantified(x.kind(), binder, inner.rewrite(x.body()), x.type(), x.span());
            }
            case Expr.Literal x -> x;
            case Expr.Constant x -> x;
            case Expr.Domain x -> x;
            case Expr.Apply x -> x.mapChildren(this::rewrite);
            case Expr.Get x -> x.mapChildren(this::rewrite);
            case Expr.Make x -> x.mapChildren(this::rewrite);
            case Expr.With x -> x.mapChildren(this::rewrite);
            case Expr.If x -> {
                Expr.If y = (Expr.If) x.mapChildren(this::rewrite);
                if (Exprs.isTrue(y.condition())) {
                    yield y.then();
                }
                yield Exprs.isFalse(y.condition()) ? y.otherwise() : y;
            }
            case Expr.Is x -> x.mapChildren(this::rewrite);
            case Expr.As x -> x.mapChildren(this::rewrite);
            case Expr.Fits x -> x.mapChildren(this::rewrite);
        };
    }

    private String free(String name) {
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, Expr> entry : locals.entrySet()) {
            if (!entry.getKey().equals(name)) {
                Shape.visit(entry.getValue(), e -> {
                    if (e instanceof Expr.Local l) {
                        taken.add(l.name());
                    }
                });
            }
        }
        String candidate = name;
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = name + "_" + n;
        }
        return candidate;
    }

    private Rewriter bind(String old, String name, Type type) {
        if (!locals.containsKey(old) && old.equals(name)) {
            return this;
        }
        Map<String, Expr> inner = new HashMap<>(locals);
        inner.remove(old);
        if (!old.equals(name)) {
            inner.put(old, Exprs.local(name, type));
        }
        return new Rewriter(inner, reads, queries, calls);
    }
}
