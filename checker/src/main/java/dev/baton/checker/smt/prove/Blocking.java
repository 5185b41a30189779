package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Outcome.Learned;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for a clause that excludes a state, among those that attempts at a proof have learned. */
final class Blocking {
    private Blocking() {}

    /**
     * The shortest of those that hold in all reachable states where these are known, else of those that hold farthest.
     *
     * @param learned those that hold farthest first
     * @param reachable all reachable states, if these are known
     */
    static Optional<Learned> of(
            SymbolicSystem system, State state, List<Learned> learned, Optional<List<State>> reachable) {
        List<Learned> blocking =
                learned.stream().filter(l -> !holds(system, l.clause(), state)).toList();
        if (reachable.isPresent()) {
            return blocking.stream()
                    .filter(l -> reachable.get().stream().allMatch(s -> holds(system, l.clause(), s)))
                    .map(l -> new Learned(l.clause(), Outcome.Learned.REACHABLE))
                    .min(Comparator.comparingInt(l -> size(l.clause())));
        }
        return blocking.stream()
                .filter(l -> l.standing().equals(blocking.getFirst().standing()))
                .min(Comparator.comparingInt(l -> size(l.clause())));
    }

    private static boolean holds(SymbolicSystem system, Term clause, State state) {
        long[] bits = system.bits(state);
        return new Valuation(symbol -> bits[system.leaf(symbol).number()]).isTrue(clause);
    }

    private static int size(Term clause) {
        return clause.operator() == Operator.OR ? clause.args().size() : 1;
    }
}
