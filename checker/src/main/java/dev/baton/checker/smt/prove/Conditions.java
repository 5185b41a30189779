package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.encode.Sym;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.system.Action;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guards of a system's moves, taken apart: a move can be taken where all of its parts hold. */
final class Conditions {

    /** What a condition asks of one move. */
    record Part(Condition condition, Term term) {}

    private final SymbolicSystem system;
    private final Terms terms;
    private final List<Condition> all = new ArrayList<>();
    private final List<List<Part>> parts = new ArrayList<>();

    Conditions(SymbolicSystem system) {
        this.system = system;
        this.terms = system.terms();
        Map<String, Asked> byAction = new LinkedHashMap<>();
        for (Move move : system.moves()) {
            Asked asked = byAction.computeIfAbsent(move.action().name(), _ -> asked(move.action()));
            parts.add(parts(move, asked));
        }
    }

    /**
     * By what it is.
     *
     * @param guards what the guard and the domains ask, each with the expression that it is of
     */
    private record Asked(List<Condition> guards, List<Expr> evaluated, List<Condition> checks) {}

    private Asked asked(Action action) {
        List<Condition> guards = new ArrayList<>();
        List<Expr> evaluated = new ArrayList<>();
        for (Binder parameter : action.parameters()) {
            if (!(parameter.domain() instanceof Expr.Domain)) {
                Expr within = Exprs.apply(
                        Op.IN, Type.BOOL, Exprs.local(parameter.name(), parameter.type()), parameter.domain());
                guards.add(made(action, within, Optional.empty()));
                evaluated.add(within);
            }
        }
        split(action.guard(), Expr.TRUE, (told, whole) -> {
            guards.add(made(action, told, Optional.empty()));
            evaluated.add(whole);
        });
        List<Condition> checks = new ArrayList<>();
        for (Action.Check check : action.checks()) {
            ErrorSite site = system.system().error().orElseThrow().sites().get(check.site());
            checks.add(made(action, check.condition(), Optional.of(site)));
        }
        return new Asked(guards, evaluated, checks);
    }

    private Condition made(Action action, Expr expr, Optional<ErrorSite> check) {
        Condition condition = new Condition(all.size(), action, expr, check);
        all.add(condition);
        return condition;
    }

    private interface Found {
        void part(Expr told, Expr whole);
    }

    /** What stands behind a check (lowering writes an implication) is told without it. */
    private static void split(Expr guard, Expr premise, Found found) {
        if (guard instanceof Expr.Apply both && both.op() == Op.AND) {
            both.args().forEach(part -> split(part, premise, found));
        } else if (guard instanceof Expr.Apply then
                && then.op() == Op.IMPLIES
                && !then.span().known()) {
            split(then.arg(1), Exprs.and(premise, then.arg(0)), found);
        } else if (!Exprs.isTrue(guard)) {
            found.part(guard, Exprs.implies(premise, guard));
        }
    }

    private List<Part> parts(Move move, Asked asked) {
        Bindings<Sym> scope = system.scope(move.action(), move.arguments());
        List<Part> found = new ArrayList<>();
        for (int i = 0; i < asked.guards.size(); i++) {
            add(asked.guards.get(i), system.holds(asked.evaluated.get(i), scope), found);
        }
        for (int i = 0; i < move.held(); i++) {
            add(asked.checks.get(i), system.holds(asked.checks.get(i).expr(), scope), found);
        }
        if (move.site().isPresent()) {
            Condition failing = asked.checks.get(move.held());
            add(failing, terms.not(system.holds(failing.expr(), scope)), found);
        }
        return found;
    }

    private static void add(Condition condition, Term term, List<Part> into) {
        if (!term.isTrue()) {
            into.add(new Part(condition, term));
        }
    }

    /** Every one that some action asks. */
    List<Condition> all() {
        return List.copyOf(all);
    }

    /** What one move asks, but for what always holds. */
    List<Part> of(Move move) {
        return parts.get(move.number());
    }
}
