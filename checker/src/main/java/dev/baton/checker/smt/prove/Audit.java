package dev.baton.checker.smt.prove;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks an invariant once more, whoever found it, and says what of it is needed: unsatisfiable cores lead from the
 * property to the clauses that exclude its violation, from those to the clauses and guards that keep them.
 */
public final class Audit {
    private final SymbolicSystem system;
    private final Context context;
    private final Incremental solver;
    private final Translation now;
    private final Translation after;
    private final List<Term> clauses;
    private final Map<Term, BoolExpr> assumed = new HashMap<>();
    private final List<BoolExpr> guards = new ArrayList<>();
    private final BoolExpr stepping;
    private int questions;

    public Audit(SymbolicSystem system, Session session, List<Term> clauses) {
        this.system = system;
        this.context = session.context();
        this.solver = new Incremental(session);
        this.now = Translation.named(context, Term::name);
        this.after = Translation.named(context, symbol -> symbol.name() + "'");
        this.clauses = List.copyOf(clauses);
        this.stepping = context.mkBoolConst("stepping");
        relate();
        for (Term clause : clauses) {
            assumed.put(clause, solver.assumable("clause " + assumed.size(), now.truth(clause)));
        }
    }

    private void relate() {
        StepRelation relation = StepRelation.of(system);
        Set<Term> special = new LinkedHashSet<>();
        for (Move move : system.moves()) {
            Term taken = relation.taken().get(move.number());
            special.add(system.terms().implies(taken, move.guard()));
            BoolExpr guard = context.mkBoolConst("guard " + move.number());
            guards.add(guard);
            solver.add(context.mkImplies(context.mkAnd(guard, now.truth(taken)), now.truth(move.guard())));
        }
        Term some = system.terms().any(relation.taken());
        solver.add(context.mkImplies(stepping, now.truth(some)));
        special.add(some);
        relation.constraints().stream().filter(c -> !special.contains(c)).forEach(c -> solver.add(now.truth(c)));
        solver.addAtMostOne(relation.taken().stream().map(now::truth).toList());
        solver.add(now.truth(system.wellFormed()));
    }

    /**
     * What a proof rests on.
     *
     * @param clauses those of the invariant that are needed; together they are an invariant
     * @param guards the moves whose guards are
     */
    public record Needed(List<Term> clauses, List<Move> guards) {
        public Needed {
            clauses = List.copyOf(clauses);
            guards = List.copyOf(guards);
        }
    }

    /** Empty if the clauses do not prove that no bad state is reached. */
    public Optional<Needed> of(Term bad) {
        Valuation first = new Valuation(symbol -> system.leaf(symbol).initial().value());
        if (!clauses.stream().allMatch(first::isTrue)) {
            return Optional.empty();
        }
        Set<Term> needed = new LinkedHashSet<>();
        Deque<Term> open = new ArrayDeque<>();
        Set<Integer> guarding = new TreeSet<>();
        if (!uses(now.truth(bad), false, needed, open, guarding)) {
            return Optional.empty();
        }
        while (!open.isEmpty()) {
            BoolExpr broken = context.mkNot(after.truth(open.remove()));
            if (!uses(broken, true, needed, open, guarding)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Needed(
                clauses.stream().filter(needed::contains).toList(),
                guarding.stream().map(system.moves()::get).toList()));
    }

    /** Whether the clauses rule something out; then what they need for it is added. */
    private boolean uses(BoolExpr formula, boolean step, Set<Term> needed, Deque<Term> open, Set<Integer> guarding) {
        questions++;
        List<BoolExpr> always = new ArrayList<>(guards);
        always.add(solver.assumable("question " + questions, formula));
        if (step) {
            always.add(stepping);
        }
        List<Term> enough = clauses.stream().filter(needed::contains).toList();
        if (!excluded(enough, always)) {
            if (!excluded(clauses, always)) {
                return false;
            }
            enough = least(used(clauses), needed, always);
        }
        Set<Expr<?>> core = solver.core();
        for (int move = 0; move < guards.size(); move++) {
            if (core.contains(guards.get(move))) {
                guarding.add(move);
            }
        }
        solver.add(context.mkNot(always.get(guards.size())));
        for (Term clause : enough) {
            if (needed.add(clause)) {
                open.add(clause);
            }
        }
        return true;
    }

    /** A core without the clauses that it can do without, of those that nothing else needs; the last question's. */
    private List<Term> least(List<Term> core, Set<Term> needed, List<BoolExpr> always) {
        List<Term> least = core;
        for (Term clause : core) {
            if (!needed.contains(clause) && least.contains(clause)) {
                List<Term> fewer = least.stream().filter(c -> c != clause).toList();
                if (excluded(fewer, always)) {
                    least = used(fewer);
                }
            }
        }
        if (!excluded(least, always)) {
            throw new IllegalStateException("a core is none");
        }
        return least;
    }

    private boolean excluded(List<Term> by, List<BoolExpr> always) {
        List<BoolExpr> assumptions = new ArrayList<>(always);
        by.forEach(clause -> assumptions.add(assumed.get(clause)));
        return !solver.satisfiable(assumptions.toArray(BoolExpr[]::new));
    }

    /** Those that the core of the last question has. */
    private List<Term> used(List<Term> of) {
        Set<Expr<?>> core = solver.core();
        return of.stream().filter(clause -> core.contains(assumed.get(clause))).toList();
    }
}
