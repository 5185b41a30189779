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
            case NOT -> truth(bits(term.arg(0)) == 0);
            case AND -> truth(term.args().stream().allMatch(this::isTrue));
            case OR -> truth(term.args().stream().anyMatch(this::isTrue));
            case EQUAL -> truth(bits(term.arg(0)) == bits(term.arg(1)));
            case ITE -> bits(term.arg(isTrue(term.arg(0)) ? 1 : 2));
            case ULT -> truth(Long.compareUnsigned(bits(term.arg(0)), bits(term.arg(1))) < 0);
            case SLT -> truth(signed(term.arg(0)) < signed(term.arg(1)));
            case ADD -> masked(term, bits(term.arg(0)) + bits(term.arg(1)));
            case SUB -> masked(term, bits(term.arg(0)) - bits(term.arg(1)));
            case MUL -> masked(term, bits(term.arg(0)) * bits(term.arg(1)));
            case UDIV -> {
                long divisor = bits(term.arg(1));
                yield masked(term, divisor == 0 ? -1 : Long.divideUnsigned(bits(term.arg(0)), divisor));
            }
            case UREM -> {
                long divisor = bits(term.arg(1));
                yield divisor == 0 ? bits(term.arg(0)) : Long.remainderUnsigned(bits(term.arg(0)), divisor);
            }
            case BITNOT -> masked(term, ~bits(term.arg(0)));
            case ZERO_EXTEND -> bits(term.arg(0));
            case SIGN_EXTEND -> masked(term, signed(term.arg(0)));
            case LOW_BITS -> masked(term, bits(term.arg(0)));
        };
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }

    private static long masked(Term term, long value) {
        return value & Terms.mask(term.width());
    }

    private long signed(Term term) {
        int unused = 64 - term.width();
        return bits(term) << unused >> unused;
    }
}
