package dev.baton.checker.smt.system;

import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What it means that a step is taken: over a state, the state after it, and a truth value for each move that says
 * whether it is the one taken. Exactly one is.
 *
 * @param taken by the number of the move; of these at most one may be true, which is for the solver to be told
 * @param constraints all hold of a step
 */
public record StepRelation(List<Term> taken, List<Term> constraints) {
    public StepRelation {
        taken = List.copyOf(taken);
        constraints = List.copyOf(constraints);
    }

    public static StepRelation of(SymbolicSystem system) {
        Terms terms = system.terms();
        List<Term> taken = new ArrayList<>();
        List<Term> constraints = new ArrayList<>();
        List<List<Map.Entry<Term, Term>>> writers = new ArrayList<>();
        system.leaves().forEach(_ -> writers.add(new ArrayList<>()));
        for (Move move : system.moves()) {
            Term here = terms.symbol("step." + move.number(), Sort.BOOL);
            taken.add(here);
            constraints.add(terms.implies(here, move.guard()));
            move.changes().forEach((leaf, value) -> writers.get(leaf).add(Map.entry(here, value)));
        }
        constraints.add(terms.any(taken));
        for (Leaf leaf : system.leaves()) {
            Term after = leaf.now();
            for (Map.Entry<Term, Term> writer : writers.get(leaf.number()).reversed()) {
                after = terms.choose(writer.getKey(), writer.getValue(), after);
            }
            constraints.add(terms.equal(leaf.next(), after));
        }
        return new StepRelation(taken, constraints);
    }
}
