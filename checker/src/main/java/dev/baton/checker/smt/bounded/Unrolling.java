package dev.baton.checker.smt.bounded;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.interpreter.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first state and so many steps from it, in a solver. Every step changes the state: what changes nothing makes no
 * counterexample shorter.
 */
final class Unrolling {
    private final Context context;
    private final SymbolicSystem system;
    private final StepClauses step;
    private final Incremental solver;
    private final Map<Term, Leaf> byNext = new HashMap<>();
    private final List<Translation> times = new ArrayList<>();
    private int steps;

    Unrolling(Session session, SymbolicSystem system, StepClauses step) {
        this.context = session.context();
        this.system = system;
        this.step = step;
        this.solver = new Incremental(session);
        system.leaves().forEach(leaf -> byNext.put(leaf.next(), leaf));
        Terms terms = system.terms();
        system.leaves().forEach(leaf -> solver.add(at(0).truth(terms.equal(leaf.now(), leaf.initial()))));
    }

    Context context() {
        return context;
    }

    Incremental solver() {
        return solver;
    }

    /** How many steps there are. */
    int steps() {
        return steps;
    }

    /** Terms over the state after so many steps; primed ones are of the state after one more. */
    Translation at(int time) {
        while (times.size() <= time) {
            int here = times.size();
            times.add(Translation.named(context, symbol -> name(symbol, here)));
        }
        return times.get(time);
    }

    private String name(Term symbol, int time) {
        Leaf leaf = byNext.get(symbol);
        return leaf == null ? symbol.name() + "@" + time : leaf.name() + "@" + (time + 1);
    }

    /** One step more. */
    void extend() {
        Translation here = at(steps);
        step.clauses().forEach(clause -> solver.add(here.truth(clause)));
        steps++;
    }

    /** What is true of the last state. */
    void add(Term fact) {
        solver.add(at(steps).truth(fact));
    }

    /** The moves that may be those of a step, counted from 0. */
    List<BoolExpr> taken(int of) {
        return step.taken().stream().map(at(of)::truth).toList();
    }

    /** The last step is one move. */
    void takeOneMove() {
        solver.addAtMostOne(taken(steps - 1));
    }

    /** The last step and the one before it are in the order of their numbers where they commute. */
    void order(Commuting commuting) {
        if (steps < 2) {
            return;
        }
        List<BoolExpr> first = taken(steps - 2);
        List<BoolExpr> second = taken(steps - 1);
        for (int i = 0; i < second.size(); i++) {
            BitSet higher = commuting.before().get(i);
            for (int j = higher.nextSetBit(0); j >= 0; j = higher.nextSetBit(j + 1)) {
                solver.add(context.mkOr(context.mkNot(first.get(j)), context.mkNot(second.get(i))));
            }
        }
    }

    /** The states of a model. */
    List<State> states(Model model) {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(time -> system.state(symbol -> Incremental.bits(model, at(time).of(symbol))))
                .toList();
    }

    /** What a leaf is after so many steps. */
    Expr<?> leaf(Leaf leaf, int time) {
        return at(time).of(leaf.now());
    }
}
