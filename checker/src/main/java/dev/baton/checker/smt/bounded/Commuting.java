package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves that do not see each other: neither writes what the other reads or writes. One after the other, they can as
 * well be taken the other way round, and lead to the same state. So of two orders one is enough to come to every state
 * in as many steps: at no two consecutive steps need the move of the higher number come first (peephole partial order
 * reduction: Wang, Yang, Kahlon, Gupta, Peephole partial order reduction, 2008). Sorting the moves of a path by
 * exchanging neighbours ends, since each exchange makes the path smaller in the order of the numbers.
 *
 * @param before by the number of a move: those of higher numbers that it can change places with
 */
public record Commuting(List<BitSet> before) {
    public Commuting {
        before = Collections.unmodifiableList(new ArrayList<>(before));
    }

    /** Nothing changes places. */
    static Commuting none(SymbolicSystem system) {
        return new Commuting(Collections.nCopies(system.moves().size(), new BitSet()));
    }

    static Commuting of(SymbolicSystem system) {
        List<BitSet> writes = new ArrayList<>();
        List<BitSet> touches = new ArrayList<>();
        for (Move move : system.moves()) {
            BitSet written = new BitSet();
            move.changes().keySet().forEach(written::set);
            BitSet touched = (BitSet) written.clone();
            Set<Term> seen = new HashSet<>();
            leaves(system, move.guard(), seen, touched);
            move.changes().values().forEach(value -> leaves(system, value, seen, touched));
            writes.add(written);
            touches.add(touched);
        }
        List<BitSet> before = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            BitSet free = new BitSet();
            for (int j = i + 1; j < writes.size(); j++) {
                free.set(
                        j,
                        !writes.get(i).intersects(touches.get(j))
                                && !writes.get(j).intersects(touches.get(i)));
            }
            before.add(free);
        }
        return new Commuting(before);
    }

    private static void leaves(SymbolicSystem system, Term term, Set<Term> seen, BitSet into) {
        if (!seen.add(term)) {
            return;
        }
        if (term.operator() == Operator.SYMBOL) {
            into.set(system.leaf(term).number());
        }
        term.args().forEach(arg -> leaves(system, arg, seen, into));
    }
}
