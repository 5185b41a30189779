package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * What it means that a step changes the state, as many small clauses, which solvers that unroll steps get on with
 * better than with nested choices. A truth value for each move; those that are true all lead from the state before to
 * the state after, and one is. That at most one is, is for those to say who need it.
 *
 * @param taken by the number of the move
 * @param clauses all hold of a step
 */
public record StepClauses(List<Term> taken, List<Term> clauses) {
    public StepClauses {
        taken = List.copyOf(taken);
        clauses = List.copyOf(clauses);
    }

    static StepClauses of(SymbolicSystem system) {
        Terms terms = system.terms();
        List<Term> unchanged = system.leaves().stream()
                .map(leaf -> terms.equal(leaf.next(), leaf.now()))
                .toList();
        List<Term> taken = new ArrayList<>();
        List<Term> clauses = new ArrayList<>();
        for (Move move : system.moves()) {
            Term here = terms.symbol("step." + move.number(), Sort.BOOL);
            taken.add(here);
            for (Term part : conjuncts(move.guard())) {
                clauses.add(terms.implies(here, part));
            }
            for (Leaf leaf : system.leaves()) {
                Term value = move.changes().get(leaf.number());
                clauses.add(terms.implies(
                        here, value == null ? unchanged.get(leaf.number()) : terms.equal(leaf.next(), value)));
            }
        }
        clauses.add(terms.any(taken));
        clauses.add(terms.not(terms.all(unchanged)));
        return new StepClauses(taken, clauses);
    }

    private static List<Term> conjuncts(Term term) {
        return term.operator() == Operator.AND ? term.args() : List.of(term);
    }
}
