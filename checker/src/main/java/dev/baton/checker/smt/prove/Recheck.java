package dev.baton.checker.smt.prove;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks an invariant once more, whoever found it, and no more than that: that it is so at first, that every step keeps
 * each of its clauses, and that it excludes what is bad. For invariants of many clauses, where an {@link Audit}, which
 * also says what of it is needed, would take too long.
 */
public final class Recheck {
    private final SymbolicSystem system;
    private final Session session;

    /** @param session of its own */
    public Recheck(SymbolicSystem system, Session session) {
        this.system = system;
        this.session = session;
    }

    /** Whether clauses together are an invariant, and no state of which they are true is bad. */
    public boolean confirms(List<Term> clauses, Term bad) {
        Valuation first = new Valuation(symbol -> system.leaf(symbol).initial().value());
        if (!clauses.stream().allMatch(first::isTrue)) {
            return false;
        }
        Context context = session.context();
        Incremental solver = new Incremental(session);
        Translation now = Translation.named(context, Term::name);
        Translation after = Translation.named(context, symbol -> symbol.name() + "'");
        StepRelation step = StepRelation.of(system);
        BoolExpr stepping = context.mkBoolConst("stepping");
        solver.add(now.truth(system.wellFormed()));
        clauses.forEach(clause -> solver.add(now.truth(clause)));
        step.constraints().stream().filter(part -> part != step.some()).forEach(part -> solver.add(now.truth(part)));
        solver.addAtMostOne(step.taken().stream().map(now::truth).toList());
        solver.add(context.mkImplies(stepping, now.truth(step.some())));
        BoolExpr isBad = solver.assumable("bad", now.truth(bad));
        // all said before anything is asked: what is said in between makes this solver begin anew
        List<BoolExpr> broken = new ArrayList<>();
        for (Term clause : clauses) {
            broken.add(solver.assumable("broken " + broken.size(), context.mkNot(after.truth(clause))));
        }
        return !solver.satisfiable(isBad) && broken.stream().noneMatch(one -> solver.satisfiable(stepping, one));
    }
}
