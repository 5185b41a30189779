package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A system that counts down beside its steps, from a number to 0: a state in which so many are left is not more steps
 * away than are gone. So what is near is decided by invariants of this system.
 */
final class Countdown {
    private static final String NAME = "steps.left";

    private final Terms terms;
    private final int steps;
    private final Leaf left;
    private final SymbolicSystem system;

    /** @param steps from which it counts; at least 1 */
    Countdown(SymbolicSystem base, int steps) {
        this.terms = base.terms();
        this.steps = steps;
        Type type = Type.Range.of(0, steps);
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(steps);
        this.left = new Leaf(
                base.leaves().size(),
                new Variable(NAME, type, Expr.FALSE, Variable.Role.LOCAL, Optional.empty(), Span.NONE),
                type,
                terms.symbol(NAME, new Sort.Bits(width)),
                terms.symbol(NAME + "'", new Sort.Bits(width)),
                terms.number(steps, width),
                BigInteger.valueOf(steps + 1L));
        this.system = base.with(List.of(left), this::counting);
    }

    private Move counting(Move move) {
        Term none = number(0);
        TreeMap<Integer, Term> changes = new TreeMap<>(move.changes());
        changes.put(
                left.number(),
                terms.choose(terms.equal(left.now(), none), none, terms.subtract(left.now(), number(1))));
        return new Move(
                move.number(), move.action(), move.arguments(), move.guard(), changes, move.held(), move.site());
    }

    private Term number(int value) {
        return terms.number(value, left.now().width());
    }

    SymbolicSystem system() {
        return system;
    }

    /** How many steps are left. */
    Leaf left() {
        return left;
    }

    /** That a state is one that is at most so many steps away, and something is so of it. */
    Term within(int most, Term is) {
        return terms.both(is, terms.not(terms.below(left.now(), number(steps - most))));
    }

    /** A state that is so many steps away, at first sight of it. */
    long[] at(long[] state, int distance) {
        long[] bits = Arrays.copyOf(state, state.length + 1);
        bits[state.length] = Math.max(0, steps - distance);
        return bits;
    }

    /** What clauses of this system say of the states of the base. */
    Nearby nearby(List<Term> clauses) {
        return new Nearby(clauses, left.now(), steps);
    }
}
