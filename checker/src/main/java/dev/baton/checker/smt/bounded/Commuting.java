package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Moves that can as well be taken the other way round. So of two orders one is enough to come to every state in as many
 * steps: at no two consecutive steps need the move of the higher number come first (peephole partial order reduction:
 * Wang, Yang, Kahlon, Gupta, Peephole partial order reduction, 2008). Sorting the moves of a path by exchanging
 * neighbours ends, since each exchange makes the path smaller in the order of the numbers.
 *
 * <p>Two moves can change places where neither writes what the other reads or writes. Of others a solver is asked, in
 * any state of which invariants are true: whether after the one the other is possible, and yet not before it, or not
 * with the same state in the end.
 */
final class Commuting {
    private final SymbolicSystem system;
    private final Terms terms;
    private final List<BitSet> writes = new ArrayList<>();
    private final List<BitSet> touches = new ArrayList<>();
    /** By the number of a move: the terms of leaves, over the state before, after it. */
    private final List<Map<Term, Term>> after = new ArrayList<>();

    private final List<BitSet> before = new ArrayList<>();

    private Commuting(SymbolicSystem system) {
        this.system = system;
        this.terms = system.terms();
        for (Move move : system.moves()) {
            BitSet written = new BitSet();
            Map<Term, Term> changed = new HashMap<>();
            move.changes().forEach((leaf, value) -> {
                written.set(leaf);
                changed.put(system.leaves().get(leaf).now(), value);
            });
            BitSet touched = (BitSet) written.clone();
            Set<Term> seen = new HashSet<>();
            leaves(move.guard(), seen, touched);
            move.changes().values().forEach(value -> leaves(value, seen, touched));
            writes.add(written);
            touches.add(touched);
            after.add(changed);
            before.add(new BitSet());
        }
    }

    private void leaves(Term term, Set<Term> seen, BitSet into) {
        if (!seen.add(term)) {
            return;
        }
        if (term.operator() == Operator.SYMBOL) {
            into.set(system.leaf(term).number());
        }
        term.args().forEach(arg -> leaves(arg, seen, into));
    }

    /** Nothing changes places. */
    static Commuting none(SymbolicSystem system) {
        return new Commuting(system);
    }

    /**
     * Throws {@code StoppedException} if the session is stopped.
     *
     * @param invariants true of every reachable state
     */
    static Commuting of(SymbolicSystem system, Session session, List<Term> invariants) {
        Commuting commuting = new Commuting(system);
        Incremental solver = new Incremental(session);
        Translation somewhere = Translation.named(session.context(), symbol -> "commuting:" + symbol.name());
        solver.add(somewhere.truth(system.wellFormed()));
        invariants.forEach(invariant -> solver.add(somewhere.truth(invariant)));
        for (Move low : system.moves()) {
            for (Move high :
                    system.moves().subList(low.number() + 1, system.moves().size())) {
                commuting.before.get(low.number()).set(high.number(), commuting.free(high, low, solver, somewhere));
            }
        }
        return commuting;
    }

    /** By the number of a move: those of higher numbers after which it need not come. Nobody changes them. */
    List<BitSet> before() {
        return Collections.unmodifiableList(before);
    }

    /** Whether wherever {@code second} follows {@code first}, they can change places. */
    private boolean free(Move first, Move second, Incremental solver, Translation somewhere) {
        int one = first.number();
        int two = second.number();
        if (!writes.get(one).intersects(touches.get(two)) && !writes.get(two).intersects(touches.get(one))) {
            return true;
        }
        Term possible = terms.both(first.guard(), over(second.guard(), one));
        List<Term> same = new ArrayList<>(List.of(second.guard(), over(first.guard(), two)));
        Set<Integer> changed = new TreeSet<>(first.changes().keySet());
        changed.addAll(second.changes().keySet());
        for (int number : changed) {
            Leaf leaf = system.leaves().get(number);
            same.add(terms.equal(
                    over(second.changes().getOrDefault(number, leaf.now()), one),
                    over(first.changes().getOrDefault(number, leaf.now()), two)));
        }
        Term disturbed = terms.both(possible, terms.not(terms.all(same)));
        if (disturbed.isConstant()) {
            return disturbed.isFalse();
        }
        solver.push();
        solver.add(somewhere.truth(disturbed));
        boolean disturb = solver.satisfiable();
        solver.pop();
        return !disturb;
    }

    /** A term of the state after a move, over the state before it. */
    private Term over(Term term, int move) {
        Map<Term, Term> known = after.get(move);
        Term found = known.get(term);
        if (found == null) {
            found = terms.with(
                    term, term.args().stream().map(arg -> over(arg, move)).toList());
            known.put(term, found);
        }
        return found;
    }
}
