package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was proved of states by how many steps away they are.
 *
 * @param clauses hold in every reachable state, with how many steps are then left; terms of whoever proved them
 * @param left the symbol of how many are left
 * @param steps how many are left at first; with each step one less, and none after the last
 */
public record Nearby(List<Term> clauses, Term left, int steps) {
    public Nearby {
        clauses = List.copyOf(clauses);
    }

    /** Without the clauses that something is so of. */
    Nearby without(Predicate<Term> which) {
        return new Nearby(clauses.stream().filter(which.negate()).toList(), left, steps);
    }

    /**
     * What is so of the states after so many steps, but for what always is; made with the terms of the one who asks.
     */
    public List<Term> after(int taken, Terms terms) {
        Term number = terms.number(Math.max(0, steps - taken), left.width());
        Map<Term, Term> now = Map.of(terms.imported(left), number);
        return clauses.stream()
                .map(clause -> terms.substitute(terms.imported(clause), now))
                .filter(clause -> !clause.isTrue())
                .toList();
    }
}
