package dev.baton.checker.smt.invariants;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts about one or two leaves that are true of every reachable state: they are of the first one, and together they
 * are kept by every step (the algorithm of Flanagan and Leino, Houdini, an annotation assistant for ESC/Java, 2001:
 * what a step breaks is dropped until none breaks any).
 */
public final class Invariants {
    /** Steps that break something are looked at; where more do, nothing is claimed. */
    private static final int MOST_ROUNDS = 400;

    private static final String PREFIX = "inductive:";

    private final Session session;
    private final SymbolicSystem system;
    private final Incremental solver;
    private final Translation before;
    private final Translation after;

    private Invariants(Session session, SymbolicSystem system) {
        this.session = session;
        this.system = system;
        this.solver = new Incremental(session);
        Map<Term, Leaf> byNext = new HashMap<>();
        system.leaves().forEach(leaf -> byNext.put(leaf.next(), leaf));
        Context context = session.context();
        this.before = Translation.named(
                context,
                symbol -> PREFIX
                        + (byNext.containsKey(symbol) ? byNext.get(symbol).name() + "@1" : symbol.name() + "@0"));
        this.after = Translation.named(context, symbol -> PREFIX + symbol.name() + "@1");
    }

    /**
     * Finds some. Throws {@code StoppedException} if the session is stopped, and {@code UndefinedException} as the
     * interpreter does.
     */
    public static List<Term> of(SymbolicSystem system, Session session) {
        Set<State> samples = Samples.of(new Interpreter(system.system()), session::cancelled);
        List<Term> candidates =
                Candidates.of(system, samples.stream().map(system::bits).toList());
        return new Invariants(session, system).inductive(candidates);
    }

    /**
     * The largest part of the candidates that is inductive, or nothing if that is much work to find.
     *
     * @param candidates true of the first state
     */
    static List<Term> inductive(SymbolicSystem system, Session session, List<Term> candidates) {
        return new Invariants(session, system).inductive(candidates);
    }

    private List<Term> inductive(List<Term> candidates) {
        Context context = session.context();
        Terms terms = system.terms();
        StepRelation step = StepRelation.of(system);
        step.constraints().forEach(constraint -> solver.add(before.truth(constraint)));
        solver.addAtMostOne(step.taken().stream().map(before::truth).toList());
        solver.add(before.truth(system.wellFormed()));
        List<BoolExpr> assumed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            BoolExpr assume = context.mkBoolConst(PREFIX + i);
            solver.add(context.mkImplies(assume, before.truth(candidates.get(i))));
            assumed.add(assume);
        }
        BitSet kept = new BitSet();
        kept.set(0, candidates.size());
        for (int round = 0; !kept.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                return List.of();
            }
            Term broken = terms.any(
                    kept.stream().mapToObj(i -> terms.not(candidates.get(i))).toList());
            solver.push();
            solver.add(after.truth(broken));
            if (!solver.satisfiable(kept.stream().mapToObj(assumed::get).toArray(BoolExpr[]::new))) {
                solver.pop();
                break;
            }
            Valuation reached = reached(solver.model());
            solver.pop();
            for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
                kept.set(i, reached.isTrue(candidates.get(i)));
            }
        }
        return kept.stream().mapToObj(candidates::get).toList();
    }

    /** The state that a step of a model leads to. */
    private Valuation reached(Model model) {
        long[] bits = new long[system.leaves().size()];
        system.leaves().forEach(leaf -> bits[leaf.number()] = Incremental.bits(model, after.of(leaf.now())));
        return new Valuation(symbol -> bits[system.leaf(symbol).number()]);
    }
}
