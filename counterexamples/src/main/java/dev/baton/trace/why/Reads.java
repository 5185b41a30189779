package dev.baton.trace.why;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.StateEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of a state that decide what an expression is worth there: of a conjunction that is false those of its
 * first false part, of a quantifier those of the instance that decides, of an entry of a map that entry alone.
 */
final class Reads {
    private final TransitionSystem system;
    private final Set<StateEntry> now = new LinkedHashSet<>();
    private final Set<StateEntry> after = new LinkedHashSet<>();

    Reads(TransitionSystem system) {
        this.system = system;
    }

    static Set<StateEntry> of(TransitionSystem system, Expr expr, Scope at) {
        Reads reads = new Reads(system);
        reads.add(expr, at);
        return reads.now;
    }

    /** Of the state, or of the state before the step. */
    Set<StateEntry> now() {
        return now;
    }

    /** Of the state after the step, where primed names are read. */
    Set<StateEntry> after() {
        return after;
    }

    void add(Expr expr, Scope at) {
        if (rest(expr)) {
            return;
        }
        switch (expr) {
            case Expr.Literal _ -> {}
            case Expr.Constant _ -> {}
            case Expr.Domain _ -> {}
            case Expr.Query _ -> {}
            case Expr.Read e -> read(e, List.of());
            case Expr.Local e -> at.meant(e.name()).ifPresent(meant -> add(meant.expr(), meant.scope()));
            case Expr.Apply e -> applied(e, at);
            case Expr.Quantified e -> quantified(e, at);
            case Expr.If e -> {
                add(e.condition(), at);
                add(at.moment().is(e.condition(), true) ? e.then() : e.otherwise(), at);
            }
            case Expr.Let e -> add(e.body(), at.withLet(e.name(), e.value()));
            case Expr.Call e -> add(e.definition().body(), at.calling(e));
            case Expr.Get e -> all(e.children(), at);
            case Expr.Make e -> all(e.children(), at);
            case Expr.With e -> all(e.children(), at);
            case Expr.Is e -> all(e.children(), at);
            case Expr.As e -> all(e.children(), at);
            case Expr.Fits e -> all(e.children(), at);
        }
    }

    /** That all is at rest reads everything, and tells nothing. */
    private static boolean rest(Expr expr) {
        return expr.span().known() && expr.span().text().strip().equals("quiescent");
    }

    private void all(List<Expr> exprs, Scope at) {
        exprs.forEach(e -> add(e, at));
    }

    private void applied(Expr.Apply e, Scope at) {
        if (e.op() == Op.AND || e.op() == Op.OR) {
            connected(e.args(), e.op() == Op.OR, at);
        } else if (e.op() == Op.IMPLIES) {
            implied(e, at);
        } else if (e.op() == Op.AT) {
            entry(e, List.of(), at);
        } else {
            all(e.args(), at);
        }
    }

    private void implied(Expr.Apply e, Scope at) {
        if (at.moment().is(e.arg(0), false)) {
            add(e.arg(0), at);
        } else if (at.moment().is(e.arg(1), true)) {
            add(e.arg(1), at);
        } else {
            all(e.args(), at);
        }
    }

    /** The first part that decides; all of them where none does. */
    private void connected(List<Expr> parts, boolean decisive, Scope at) {
        Optional<Expr> first =
                parts.stream().filter(p -> at.moment().is(p, decisive)).findFirst();
        if (first.isPresent()) {
            add(first.get(), at);
        } else {
            all(parts, at);
        }
    }

    private void entry(Expr.Apply e, List<Value> further, Scope at) {
        List<Value> keys = new ArrayList<>(further);
        Expr base = e;
        while (base instanceof Expr.Apply inner && inner.op() == Op.AT) {
            add(inner.arg(1), at);
            Optional<Value> key = at.moment().value(inner.arg(1));
            if (key.isEmpty()) {
                return;
            }
            keys.addFirst(key.get());
            base = inner.arg(0);
        }
        within(base, keys, at);
    }

    /** An entry of a map that is made on the way is an entry of what it is made of. */
    private void within(Expr map, List<Value> keys, Scope at) {
        if (map instanceof Expr.Read read) {
            read(read, keys);
        } else if (map instanceof Expr.If branch) {
            add(branch.condition(), at);
            within(at.moment().is(branch.condition(), true) ? branch.then() : branch.otherwise(), keys, at);
        } else if (map instanceof Expr.Let let) {
            within(let.body(), keys, at.withLet(let.name(), let.value()));
        } else if (map instanceof Expr.Call call) {
            within(call.definition().body(), keys, at.calling(call));
        } else if (map instanceof Expr.Local local) {
            at.meant(local.name()).ifPresent(meant -> within(meant.expr(), keys, meant.scope()));
        } else if (map instanceof Expr.Apply put && put.op() == Op.PUT && !keys.isEmpty()) {
            add(put.arg(1), at);
            if (at.moment().value(put.arg(1)).equals(Optional.of(keys.getFirst()))) {
                within(put.arg(2), keys.subList(1, keys.size()), at);
            } else {
                within(put.arg(0), keys, at);
            }
        } else if (map instanceof Expr.Apply inner && inner.op() == Op.AT) {
            entry(inner, keys, at);
        } else {
            add(map, at);
        }
    }

    private void read(Expr.Read read, List<Value> keys) {
        Variable variable = read.variable();
        (read.primed() ? after : now)
                .add(new StateEntry(variable, system.variables().indexOf(variable), keys));
    }

    private void quantified(Expr.Quantified e, Scope at) {
        add(e.binder().domain(), at);
        List<Value> elements = at.moment().elements(e.binder().domain());
        boolean decisive = e.kind() == Quantifier.EXISTS;
        if (e.kind() == Quantifier.FORALL || e.kind() == Quantifier.EXISTS) {
            for (Value element : elements) {
                Scope inside = at.with(e.binder().name(), element);
                if (inside.moment().is(e.body(), decisive)) {
                    add(e.body(), inside);
                    return;
                }
            }
        }
        elements.forEach(element -> add(e.body(), at.with(e.binder().name(), element)));
    }
}
