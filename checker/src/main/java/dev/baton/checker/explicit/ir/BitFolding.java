package dev.baton.checker.explicit.ir;

import java.util.List;

/** Makes terms of bits: parts of others, shifted, masked. For {@link Terms}, which says what each is. */
final class BitFolding {
    private final Terms terms;
    private final Concatenation concatenation;

    BitFolding(Terms terms, Concatenation concatenation) {
        this.terms = terms;
        this.concatenation = concatenation;
    }

    /** Bits {@code offset} to {@code offset + width - 1} of a term. */
    Node field(Node of, int offset, int width) {
        if (width == 0) {
            return terms.zero;
        }
        return switch (of.opcode()) {
            case CONST -> terms.constant(of.value() >>> offset & Bits.mask(width));
            case FIELD ->
                offset >= of.width()
                        ? terms.zero
                        : field(of.arg(0), of.offset() + offset, Math.min(width, of.width() - offset));
            case CONCAT -> concatenation.field(of, offset, width);
            case SHR -> of.arg(1).constant() ? shifted(of, offset, width) : plainField(of, offset, width);
            case WORD, ADD, MUL, DIV, MOD, SHL, AND, OR, ANDNOT, COUNT, EQ, LT, NOT, ALL, ANY, CHOOSE ->
                plainField(of, offset, width);
        };
    }

    private Node shifted(Node shift, int offset, int width) {
        int by = (int) shift.arg(1).value();
        return offset + by >= 64 ? terms.zero : field(shift.arg(0), offset + by, Math.min(width, 64 - offset - by));
    }

    private Node plainField(Node of, int offset, int width) {
        if (of.low() >= 0 && of.high() >>> offset == 0) {
            return terms.zero;
        }
        boolean all = of.low() >= 0 && of.high() <= Bits.mask(Math.min(63, offset + width));
        if (offset == 0 && (width == 64 || all)) {
            return of;
        }
        long high = width == 64 ? Long.MAX_VALUE : Bits.mask(width);
        return terms.make(
                Opcode.FIELD,
                List.of(of),
                List.of((long) offset, (long) width),
                width == 64 ? Long.MIN_VALUE : 0,
                of.low() >= 0 ? Math.min(high, of.high() >>> offset) : high);
    }

    Node shiftLeft(Node a, Node by) {
        if (by.constant()) {
            int n = (int) by.value();
            if (n == 0) {
                return a;
            }
            if (a.constant()) {
                return terms.constant(n >= 64 ? 0 : a.value() << n);
            }
            int width = Terms.width(a);
            if (n >= 64) {
                return terms.zero;
            }
            return width + n <= 64
                    ? terms.concat(List.of(new Piece(n, width, a)))
                    : terms.concat(List.of(new Piece(n, 64 - n, field(a, 0, 64 - n))));
        }
        if (a.isFalse()) {
            return a;
        }
        boolean known = a.low() >= 0 && by.low() >= 0 && by.high() < 63 && Terms.width(a) + by.high() < 63;
        return terms.make(
                Opcode.SHL, known ? 0 : Long.MIN_VALUE, known ? a.high() << by.high() : Long.MAX_VALUE, a, by);
    }

    Node shiftRight(Node a, Node by) {
        if (by.constant()) {
            int n = (int) by.value();
            return n >= 64 ? terms.zero : field(a, n, 64 - n);
        }
        if (a.isFalse()) {
            return a;
        }
        boolean known = a.low() >= 0;
        return terms.make(Opcode.SHR, known ? 0 : Long.MIN_VALUE, known ? a.high() : Long.MAX_VALUE, a, by);
    }

    /** {@code width} bits from bit {@code from} on, which lie within the term where the value counts. */
    Node window(Node of, Node from, int width) {
        if (of.opcode() == Opcode.FIELD && !from.constant()) {
            return window(of.arg(0), terms.add(from, terms.constant(of.offset())), width);
        }
        return field(shiftRight(of, from), 0, width);
    }

    Node and(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return and(b, a);
        }
        if (b.constant()) {
            return a.constant() ? terms.constant(a.value() & b.value()) : concatenation.keep(a, b.value());
        }
        return a == b
                ? a
                : terms.make(Opcode.AND, 0 <= a.low() || 0 <= b.low() ? 0 : Long.MIN_VALUE, least(a, b), a, b);
    }

    private static long least(Node a, Node b) {
        long x = a.low() >= 0 ? a.high() : Long.MAX_VALUE;
        return Math.min(x, b.low() >= 0 ? b.high() : Long.MAX_VALUE);
    }

    Node or(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return or(b, a);
        }
        if (b.constant()) {
            return a.constant() ? terms.constant(a.value() | b.value()) : concatenation.with(a, b.value());
        }
        if (a == b) {
            return a;
        }
        boolean known = a.low() >= 0 && b.low() >= 0;
        long high = Bits.mask(Math.min(63, Math.max(Terms.width(a), Terms.width(b))));
        return terms.make(Opcode.OR, known ? 0 : Long.MIN_VALUE, known ? high : Long.MAX_VALUE, a, b);
    }

    /** The bits of {@code a} that {@code b} has not. */
    Node without(Node a, Node b) {
        if (b.constant()) {
            return and(a, terms.constant(~b.value()));
        }
        if (a == b || a.isFalse()) {
            return terms.zero;
        }
        return terms.make(
                Opcode.ANDNOT, a.low() >= 0 ? 0 : Long.MIN_VALUE, a.low() >= 0 ? a.high() : Long.MAX_VALUE, a, b);
    }
}
