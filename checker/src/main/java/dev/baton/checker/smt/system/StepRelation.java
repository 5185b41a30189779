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
 * @param guards by the number of the move: if it is taken, its guard holds
 * @param some that one is taken
 * @param values by the number of the leaf: what it is after the step
 */
public record StepRelation(List<Term> taken, List<Term> guards, Term some, List<Term> values) {
    public StepRelation {
        taken = List.copyOf(taken);
        guards = List.copyOf(guards);
        values = List.copyOf(values);
    }

    /** All that holds of a step. */
    public List<Term> constraints() {
        List<Term> all = new ArrayList<>(guards);
        all.add(some);
        all.addAll(values);
        return all;
    }

    public static StepRelation of(SymbolicSystem system) {
        Terms terms = system.terms();
        List<Term> taken = new ArrayList<>();
        List<Term> guards = new ArrayList<>();
        List<List<Map.Entry<Term, Term>>> writers = new ArrayList<>();
        system.leaves().forEach(_ -> writers.add(new ArrayList<>()));
        for (Move move : system.moves()) {
            Term here = terms.symbol("step." + move.number(), Sort.BOOL);
            taken.add(here);
            guards.add(terms.implies(here, move.guard()));
            move.changes().forEach((leaf, value) -> writers.get(leaf).add(Map.entry(here, value)));
        }
        Term some = terms.any(taken);
        List<Term> values = new ArrayList<>();
        for (Leaf leaf : system.leaves()) {
            Term after = leaf.now();
            for (Map.Entry<Term, Term> writer : writers.get(leaf.number()).reversed()) {
                after = terms.choose(writer.getKey(), writer.getValue(), after);
            }
            values.add(terms.equal(leaf.next(), after));
        }
        return new StepRelation(taken, guards, some, values);
    }
}
