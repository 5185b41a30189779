package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a term has its value in a state: leaves that alone make it so. Which disjunct is taken is up to us. */
final class Justification {
    private final SymbolicSystem system;
    private final Map<Term, BitSet> supports = new HashMap<>();

    Justification(SymbolicSystem system) {
        this.system = system;
    }

    /** Leaves such that each of the terms has its value in all states that agree in them. */
    Set<Integer> of(List<Term> terms, Valuation state) {
        Collection collection = new Collection(state);
        terms.forEach(collection::value);
        Set<Integer> leaves = new HashSet<>();
        collection.leaves.stream().forEach(leaves::add);
        return leaves;
    }

    /** The leaves that a term reads. */
    private BitSet support(Term term) {
        BitSet found = supports.get(term);
        if (found == null) {
            found = new BitSet();
            if (term.operator() == Operator.SYMBOL) {
                found.set(system.leaf(term).number());
            }
            for (Term arg : term.args()) {
                found.or(support(arg));
            }
            supports.put(term, found);
        }
        return found;
    }

    private final class Collection {
        private final Valuation state;
        private final BitSet leaves = new BitSet();
        private final Set<Term> done = new HashSet<>();

        Collection(Valuation state) {
            this.state = state;
        }

        void value(Term term) {
            if (!done.add(term)) {
                return;
            }
            switch (term.operator()) {
                case SYMBOL -> leaves.set(system.leaf(term).number());
                case TRUTH, NUMBER -> {}
                case AND -> junction(term, true);
                case OR -> junction(term, false);
                case ITE -> {
                    value(term.arg(0));
                    value(term.arg(state.isTrue(term.arg(0)) ? 1 : 2));
                }
                case NOT, EQUAL, ULT, SLT, ADD, SUB, MUL, UDIV, UREM, BITNOT, ZERO_EXTEND, SIGN_EXTEND, LOW_BITS ->
                    term.args().forEach(this::value);
            }
        }

        /** All parts where all are needed, else the one that needs the fewest leaves more. */
        private void junction(Term term, boolean and) {
            if (state.isTrue(term) == and) {
                term.args().forEach(this::value);
                return;
            }
            Term best = term.arg(0);
            int least = Integer.MAX_VALUE;
            for (Term part : term.args()) {
                if (state.isTrue(part) != and) {
                    BitSet more = (BitSet) support(part).clone();
                    more.andNot(leaves);
                    if (more.cardinality() < least) {
                        least = more.cardinality();
                        best = part;
                    }
                }
            }
            value(best);
        }
    }
}
