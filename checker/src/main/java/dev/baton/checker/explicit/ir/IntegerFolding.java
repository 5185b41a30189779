package dev.baton.checker.explicit.ir;

import java.util.List;

/** Makes integers of integers, and says between which bounds they lie. For {@link Terms}. */
final class IntegerFolding {
    private final Terms terms;

    IntegerFolding(Terms terms) {
        this.terms = terms;
    }

    Node add(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return add(b, a);
        }
        if (b.constant()) {
            long c = b.value();
            if (c == 0) {
                return a;
            }
            if (a.constant()) {
                return terms.constant(a.value() + c);
            }
            if (a.opcode() == Opcode.ADD && a.arg(1).constant()) {
                return add(a.arg(0), terms.constant(a.arg(1).value() + c));
            }
        }
        return terms.make(Opcode.ADD, saturated(a.low(), b.low()), saturated(a.high(), b.high()), a, b);
    }

    Node multiply(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return multiply(b, a);
        }
        if (b.constant()) {
            if (b.value() == 0) {
                return terms.zero;
            }
            if (b.value() == 1) {
                return a;
            }
            if (a.constant()) {
                return terms.constant(a.value() * b.value());
            }
            if (a.opcode() == Opcode.ADD && a.arg(1).constant()) {
                return add(multiply(a.arg(0), b), terms.constant(a.arg(1).value() * b.value()));
            }
            if (a.opcode() == Opcode.MUL && a.arg(1).constant()) {
                return multiply(a.arg(0), terms.constant(a.arg(1).value() * b.value()));
            }
        }
        long[] corners = {
            product(a.low(), b.low()),
            product(a.low(), b.high()),
            product(a.high(), b.low()),
            product(a.high(), b.high())
        };
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long corner : corners) {
            low = Math.min(low, corner);
            high = Math.max(high, corner);
        }
        return terms.make(Opcode.MUL, low, high, a, b);
    }

    /** Floor division by what is positive where the value counts. */
    Node divide(Node a, Node b) {
        if (b.constant() && b.value() == 1) {
            return a;
        }
        if (a.constant() && b.constant()) {
            return terms.constant(Math.floorDiv(a.value(), Math.max(1, b.value())));
        }
        if (b.constant() && a.low() >= 0 && a.high() < b.value()) {
            return terms.zero;
        }
        return terms.make(Opcode.DIV, Math.min(a.low(), 0), Math.max(a.high(), 0), a, positive(b));
    }

    Node modulo(Node a, Node b) {
        if (b.constant() && b.value() >= 1) {
            long m = b.value();
            if (a.constant()) {
                return terms.constant(Math.floorMod(a.value(), m));
            }
            if (a.low() >= 0 && a.high() < m) {
                return a;
            }
            if (a.low() >= 0 && Long.bitCount(m) == 1) {
                return terms.field(a, 0, Long.numberOfTrailingZeros(m));
            }
            if (a.low() >= 0 && a.high() < 2 * m) {
                return bounded(terms.choose(terms.less(a, b), a, add(a, terms.constant(-m))), 0, m - 1);
            }
        }
        return terms.make(Opcode.MOD, 0, Math.max(0, b.high() - 1), a, positive(b));
    }

    /** A term whose bounds are known better than its parts tell. */
    private Node bounded(Node node, long low, long high) {
        return node.opcode() == Opcode.CHOOSE
                ? terms.make(Opcode.CHOOSE, node.args(), List.of(low, high), low, high)
                : node;
    }

    private Node positive(Node b) {
        return b.low() >= 1 ? b : terms.choose(terms.less(terms.zero, b), b, terms.one);
    }

    private static long saturated(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return sum;
    }

    private static long product(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if ((high != 0 || low < 0) && (high != -1 || low >= 0)) {
            return a < 0 == b < 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return low;
    }
}
