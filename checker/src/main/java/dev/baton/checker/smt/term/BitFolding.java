package dev.baton.checker.smt.term;

import java.util.function.LongBinaryOperator;

/** Arithmetic on bit vectors of one width, folded where both are known. For {@link Terms}. */
final class BitFolding {
    private final Terms terms;

    BitFolding(Terms terms) {
        this.terms = terms;
    }

    Term below(Term a, Term b) {
        if (a == b || isNumber(b, 0) || isNumber(a, Terms.mask(a.width()))) {
            return terms.no;
        }
        if (a.isConstant() && b.isConstant()) {
            return terms.truth(Long.compareUnsigned(a.value(), b.value()) < 0);
        }
        if (isNumber(b, 1)) {
            return terms.equal(a, terms.number(0, a.width()));
        }
        return terms.make(Operator.ULT, Sort.BOOL, a, b);
    }

    Term belowSigned(Term a, Term b) {
        if (a == b) {
            return terms.no;
        }
        if (a.isConstant() && b.isConstant()) {
            return terms.truth(signed(a) < signed(b));
        }
        return terms.make(Operator.SLT, Sort.BOOL, a, b);
    }

    Term add(Term a, Term b) {
        if (isNumber(a, 0)) {
            return b;
        }
        return isNumber(b, 0) ? a : folded(Operator.ADD, a, b, Long::sum);
    }

    Term subtract(Term a, Term b) {
        if (a == b) {
            return terms.number(0, a.width());
        }
        return isNumber(b, 0) ? a : folded(Operator.SUB, a, b, (x, y) -> x - y);
    }

    Term multiply(Term a, Term b) {
        if (isNumber(a, 0) || isNumber(b, 1)) {
            return a;
        }
        return isNumber(b, 0) || isNumber(a, 1) ? b : folded(Operator.MUL, a, b, (x, y) -> x * y);
    }

    Term divide(Term a, Term b) {
        return isNumber(b, 1) ? a : folded(Operator.UDIV, a, b, (x, y) -> y == 0 ? -1 : Long.divideUnsigned(x, y));
    }

    Term remainder(Term a, Term b) {
        if (isNumber(b, 1)) {
            return terms.number(0, a.width());
        }
        return folded(Operator.UREM, a, b, (x, y) -> y == 0 ? x : Long.remainderUnsigned(x, y));
    }

    Term resize(Term a, int width, boolean signed) {
        int from = a.width();
        if (from == width) {
            return a;
        }
        if (a.isConstant()) {
            return terms.number(signed ? signed(a) : a.value(), width);
        }
        if (a.operator() == Operator.ITE && (a.arg(1).isConstant() || a.arg(2).isConstant())) {
            return terms.choose(a.arg(0), resize(a.arg(1), width, signed), resize(a.arg(2), width, signed));
        }
        if (width < from) {
            boolean extended = a.operator() == Operator.ZERO_EXTEND || a.operator() == Operator.SIGN_EXTEND;
            if (extended && (a.arg(0).width() >= width || a.operator() == Operator.ZERO_EXTEND)) {
                return resize(a.arg(0), width, false);
            }
            return terms.make(Operator.LOW_BITS, new Sort.Bits(width), 0, a);
        }
        if (!signed && a.operator() == Operator.ZERO_EXTEND) {
            return resize(a.arg(0), width, false);
        }
        return terms.make(
                signed ? Operator.SIGN_EXTEND : Operator.ZERO_EXTEND, new Sort.Bits(width), (long) width - from, a);
    }

    private Term folded(Operator operator, Term a, Term b, LongBinaryOperator fold) {
        return a.isConstant() && b.isConstant()
                ? terms.number(fold.applyAsLong(a.value(), b.value()), a.width())
                : terms.make(operator, a.sort(), a, b);
    }

    private static boolean isNumber(Term a, long value) {
        return a.isConstant() && a.value() == value;
    }

    private static long signed(Term a) {
        int unused = 64 - a.width();
        return a.value() << unused >> unused;
    }
}
