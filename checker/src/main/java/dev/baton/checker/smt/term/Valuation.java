package dev.baton.checker.smt.term;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What terms are when all symbols are known. Each term is computed once. */
public final class Valuation {
    private final ToLongFunction<Term> symbols;
    private final Map<Term, Long> known = new HashMap<>();

    /** @param symbols the bits of each symbol; 1 or 0 for truth values */
    public Valuation(ToLongFunction<Term> symbols) {
        this.symbols = symbols;
    }

    public boolean isTrue(Term term) {
        return bits(term) != 0;
    }

    /** The bits of a term; 1 or 0 for truth values. */
    public long bits(Term term) {
        Long found = known.get(term);
        if (found == null) {
            found = computed(term);
            known.put(term, found);
        }
        return found;
    }

    private long computed(Term term) {
        return switch (term.operator()) {
            case SYMBOL -> symbols.applyAsLong(term);
            case TRUTH, NUMBER -> term.value();
            case AND -> truth(term.args().stream().allMatch(this::isTrue));
            case OR -> truth(term.args().stream().anyMatch(this::isTrue));
            case ITE -> bits(term.arg(isTrue(term.arg(0)) ? 1 : 2));
            case NOT, BITNOT, ZERO_EXTEND, SIGN_EXTEND, LOW_BITS -> computed(term, bits(term.arg(0)), 0);
            case EQUAL, ULT, SLT, ADD, SUB, MUL, UDIV, UREM -> computed(term, bits(term.arg(0)), bits(term.arg(1)));
        };
    }

    /**
     * What an operator makes of the bits of its arguments.
     *
     * @param b of the second argument; anything if there is none
     */
    static long computed(Term term, long a, long b) {
        return switch (term.operator()) {
            case NOT -> truth(a == 0);
            case EQUAL -> truth(a == b);
            case ULT -> truth(Long.compareUnsigned(a, b) < 0);
            case SLT -> truth(signed(term.arg(0), a) < signed(term.arg(1), b));
            case ADD -> masked(term, a + b);
            case SUB -> masked(term, a - b);
            case MUL -> masked(term, a * b);
            case UDIV -> masked(term, b == 0 ? -1 : Long.divideUnsigned(a, b));
            case UREM -> b == 0 ? a : Long.remainderUnsigned(a, b);
            case BITNOT -> masked(term, ~a);
            case ZERO_EXTEND -> a;
            case SIGN_EXTEND -> masked(term, signed(term.arg(0), a));
            case LOW_BITS -> masked(term, a);
            case SYMBOL, TRUTH, NUMBER, AND, OR, ITE ->
                throw new IllegalArgumentException(term + " is not computed from two arguments");
        };
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }

    private static long masked(Term term, long value) {
        return value & Terms.mask(term.width());
    }

    private static long signed(Term term, long bits) {
        int unused = 64 - term.width();
        return bits << unused >> unused;
    }
}
