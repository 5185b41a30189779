package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.type.Type;
import java.util.List;

/**
 * Exact arithmetic: every result has as many bits as its bounds need, so that nothing ever wraps around. Sums and
 * products are computed in the bits of the result, which is exact because the result fits.
 */
final class Numbers {
    private static final long MOST = 1L << 61;

    private final Terms terms;

    Numbers(Terms terms) {
        this.terms = terms;
    }

    /** Bits for the integers of an interval: two's complement if some are negative. At least 1. */
    static int width(long low, long high) {
        if (low >= 0) {
            return Math.max(1, 64 - Long.numberOfLeadingZeros(high));
        }
        return 65 - Math.min(Long.numberOfLeadingZeros(~low), Long.numberOfLeadingZeros(Math.max(high, 0)));
    }

    Num constant(Type type, long value) {
        return new Num(type, terms.number(value, width(value, value)), value, value);
    }

    Num integer(long value) {
        return constant(range(value, value), value);
    }

    /** An integer of a width that fits its bounds; what lies beyond 32 bits has the type of all 32-bit integers. */
    private Num integer(Term bits, long low, long high) {
        return low == high ? integer(low) : new Num(range(low, high), bits, low, high);
    }

    private static Type range(long low, long high) {
        return Type.Range.of(
                Math.clamp(low, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Math.clamp(high, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static void require(long low, long high) {
        if (low < -MOST || high > MOST) {
            throw new TooLargeException("an expression has values of more than 61 bits");
        }
    }

    /** The bits of a number in another width. */
    private Term at(Num a, int width) {
        return terms.resize(a.bits(), width, a.signed());
    }

    /** The same number with wider or, where it lies within, narrower bounds. */
    Num bounded(Num a, Type type, long low, long high) {
        return new Num(type, at(a, width(low, high)), low, high);
    }

    Num add(Num a, Num b) {
        long low = a.low() + b.low();
        long high = a.high() + b.high();
        require(low, high);
        int width = width(low, high);
        return integer(terms.add(at(a, width), at(b, width)), low, high);
    }

    Num subtract(Num a, Num b) {
        long low = a.low() - b.high();
        long high = a.high() - b.low();
        require(low, high);
        int width = width(low, high);
        return integer(terms.subtract(at(a, width), at(b, width)), low, high);
    }

    Num multiply(Num a, Num b) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long x : new long[] {a.low(), a.high()}) {
            for (long y : new long[] {b.low(), b.high()}) {
                if (Math.multiplyHigh(x, y) != (x * y) >> 63) {
                    throw new TooLargeException("a product has values of more than 61 bits");
                }
                low = Math.min(low, x * y);
                high = Math.max(high, x * y);
            }
        }
        require(low, high);
        int width = width(low, high);
        return integer(terms.multiply(at(a, width), at(b, width)), low, high);
    }

    /** Floor division; anything where the divisor is not positive. */
    Num divide(Num a, Num b) {
        long least = Math.max(1, b.low());
        long most = Math.max(least, b.high());
        long low = Math.floorDiv(a.low(), a.low() < 0 ? least : most);
        long high = Math.floorDiv(a.high(), a.high() < 0 ? most : least);
        Term quotient = quotient(a, b);
        return integer(terms.resize(quotient, width(low, high), true), low, high);
    }

    /** In {@link #common} bits: {@code floor(a / b)} is {@code -1 - (-1 - a) / b} for negative {@code a}. */
    private Term quotient(Num a, Num b) {
        int width = common(a, b);
        Term x = at(a, width);
        Term y = at(b, width);
        Term plain = terms.divide(x, y);
        if (a.low() >= 0) {
            return plain;
        }
        Term negative = terms.complement(terms.divide(terms.complement(x), y));
        return terms.choose(terms.belowSigned(x, terms.number(0, width)), negative, plain);
    }

    /** What floor division leaves; anything where the divisor is not positive. */
    Num modulo(Num a, Num b) {
        long high = Math.max(0, b.high() - 1);
        if (a.low() >= 0) {
            if (b.low() > a.high()) {
                return a;
            }
            high = Math.min(high, a.high());
        }
        int width = common(a, b);
        Term x = at(a, width);
        Term y = at(b, width);
        Term left = terms.remainder(x, y);
        if (a.low() < 0) {
            Term negative =
                    terms.subtract(terms.subtract(y, terms.number(1, width)), terms.remainder(terms.complement(x), y));
            left = terms.choose(terms.belowSigned(x, terms.number(0, width)), negative, left);
        }
        return integer(terms.resize(left, width(0, high), false), 0, high);
    }

    /** Bits in which both are themselves, and of one sign convention: two's complement if either may be negative. */
    private static int common(Num a, Num b) {
        return width(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
    }

    Term equal(Num a, Num b) {
        if (a.high() < b.low() || b.high() < a.low()) {
            return terms.no;
        }
        int width = common(a, b);
        return terms.equal(at(a, width), at(b, width));
    }

    Term less(Num a, Num b) {
        if (a.high() < b.low()) {
            return terms.yes;
        }
        if (a.low() >= b.high()) {
            return terms.no;
        }
        int width = common(a, b);
        return a.signed() || b.signed()
                ? terms.belowSigned(at(a, width), at(b, width))
                : terms.below(at(a, width), at(b, width));
    }

    Term atMost(Num a, Num b) {
        return terms.not(less(b, a));
    }

    /** One of two. */
    Num choose(Term condition, Num a, Num b, Type type) {
        long low = Math.min(a.low(), b.low());
        long high = Math.max(a.high(), b.high());
        int width = width(low, high);
        return new Num(type, terms.choose(condition, at(a, width), at(b, width)), low, high);
    }

    /** The sum, put together in pairs: the sums of halves are short. */
    Num sum(List<Num> parts) {
        return switch (parts.size()) {
            case 0 -> integer(0);
            case 1 -> add(parts.getFirst(), integer(0));
            default -> {
                int half = parts.size() / 2;
                yield add(sum(parts.subList(0, half)), sum(parts.subList(half, parts.size())));
            }
        };
    }

    /** 1 if it is true, else 0. */
    Num count(Term truth) {
        if (truth.isConstant()) {
            return integer(truth.isTrue() ? 1 : 0);
        }
        return integer(terms.choose(truth, terms.number(1, 1), terms.number(0, 1)), 0, 1);
    }
}
