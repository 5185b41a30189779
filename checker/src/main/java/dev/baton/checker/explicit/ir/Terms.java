package dev.baton.checker.explicit.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes terms, each only once, and folds what can be folded: constants, bounds that decide a comparison, fields of
 * fields. Not for use by several threads.
 */
public final class Terms {
    /** More terms than this are more code than a JVM would care to compile. */
    private static final int MOST = 2_000_000;

    private record Key(Opcode opcode, List<Integer> args, List<Long> immediates) {}

    private final Map<Key, Node> known = new HashMap<>();
    private final Concatenation concatenation = new Concatenation(this);

    public final Node zero = constant(0);
    public final Node one = constant(1);

    Node make(Opcode opcode, List<Node> args, List<Long> immediates, long low, long high) {
        Key key = new Key(opcode, args.stream().map(Node::id).toList(), immediates);
        Node found = known.get(key);
        if (found != null) {
            return found;
        }
        if (known.size() == MOST) {
            throw new TooLargeException("its unrolled steps and properties have more than " + MOST + " terms");
        }
        Node made = new Node(known.size(), opcode, List.copyOf(args), List.copyOf(immediates), low, high);
        known.put(key, made);
        return made;
    }

    private Node make(Opcode opcode, long low, long high, Node... args) {
        return make(opcode, List.of(args), List.of(), low, high);
    }

    public Node constant(long value) {
        return make(Opcode.CONST, List.of(), List.of(value), value, value);
    }

    public Node truth(boolean value) {
        return value ? one : zero;
    }

    public Node word(int index) {
        return make(Opcode.WORD, List.of(), List.of((long) index), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Bits {@code offset} to {@code offset + width - 1} of a term. */
    public Node field(Node of, int offset, int width) {
        if (width == 0) {
            return zero;
        }
        return switch (of.opcode()) {
            case CONST -> constant(of.value() >>> offset & Bits.mask(width));
            case FIELD ->
                offset >= of.width()
                        ? zero
                        : field(of.arg(0), of.offset() + offset, Math.min(width, of.width() - offset));
            case CONCAT -> concatenation.field(of, offset, width);
            case SHR -> of.arg(1).constant() ? shifted(of, offset, width) : plainField(of, offset, width);
            case WORD, ADD, MUL, DIV, MOD, SHL, AND, OR, ANDNOT, COUNT, EQ, LT, NOT, ALL, ANY, CHOOSE ->
                plainField(of, offset, width);
        };
    }

    private Node shifted(Node shift, int offset, int width) {
        int by = (int) shift.arg(1).value();
        return offset + by >= 64 ? zero : field(shift.arg(0), offset + by, Math.min(width, 64 - offset - by));
    }

    private Node plainField(Node of, int offset, int width) {
        if (of.low() >= 0 && of.high() >>> offset == 0) {
            return zero;
        }
        boolean all = of.low() >= 0 && of.high() <= Bits.mask(Math.min(63, offset + width));
        if (offset == 0 && (width == 64 || all)) {
            return of;
        }
        long high = width == 64 ? Long.MAX_VALUE : Bits.mask(width);
        return make(
                Opcode.FIELD,
                List.of(of),
                List.of((long) offset, (long) width),
                width == 64 ? Long.MIN_VALUE : 0,
                of.low() >= 0 ? Math.min(high, of.high() >>> offset) : high);
    }

    /** What a {@link Opcode#CONCAT} is made of. */
    List<Piece> pieces(Node concat) {
        return concatenation.pieces(concat);
    }

    /** Fields side by side; see {@link Piece}. */
    public Node concat(List<Piece> pieces) {
        return concatenation.of(pieces);
    }

    public Node add(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return add(b, a);
        }
        if (b.constant()) {
            long c = b.value();
            if (c == 0) {
                return a;
            }
            if (a.constant()) {
                return constant(a.value() + c);
            }
            if (a.opcode() == Opcode.ADD && a.arg(1).constant()) {
                return add(a.arg(0), constant(a.arg(1).value() + c));
            }
        }
        return make(Opcode.ADD, saturated(a.low(), b.low()), saturated(a.high(), b.high()), a, b);
    }

    public Node subtract(Node a, Node b) {
        if (a == b) {
            return zero;
        }
        return add(a, multiply(b, constant(-1)));
    }

    public Node multiply(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return multiply(b, a);
        }
        if (b.constant()) {
            if (b.value() == 0) {
                return zero;
            }
            if (b.value() == 1) {
                return a;
            }
            if (a.constant()) {
                return constant(a.value() * b.value());
            }
            if (a.opcode() == Opcode.ADD && a.arg(1).constant()) {
                return add(multiply(a.arg(0), b), constant(a.arg(1).value() * b.value()));
            }
            if (a.opcode() == Opcode.MUL && a.arg(1).constant()) {
                return multiply(a.arg(0), constant(a.arg(1).value() * b.value()));
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
        return make(Opcode.MUL, low, high, a, b);
    }

    /** Floor division by what is positive where the value counts. */
    public Node divide(Node a, Node b) {
        if (b.constant() && b.value() == 1) {
            return a;
        }
        if (a.constant() && b.constant()) {
            return constant(Math.floorDiv(a.value(), Math.max(1, b.value())));
        }
        if (b.constant() && a.low() >= 0 && a.high() < b.value()) {
            return zero;
        }
        return make(Opcode.DIV, Math.min(a.low(), 0), Math.max(a.high(), 0), a, positive(b));
    }

    public Node modulo(Node a, Node b) {
        if (b.constant() && b.value() >= 1) {
            long m = b.value();
            if (a.constant()) {
                return constant(Math.floorMod(a.value(), m));
            }
            if (a.low() >= 0 && a.high() < m) {
                return a;
            }
            if (a.low() >= 0 && Long.bitCount(m) == 1) {
                return field(a, 0, Long.numberOfTrailingZeros(m));
            }
            if (a.low() >= 0 && a.high() < 2 * m) {
                return bounded(choose(less(a, b), a, add(a, constant(-m))), 0, m - 1);
            }
        }
        return make(Opcode.MOD, 0, Math.max(0, b.high() - 1), a, positive(b));
    }

    /** A term whose bounds are known better than its parts tell. */
    private Node bounded(Node node, long low, long high) {
        return node.opcode() == Opcode.CHOOSE ? make(Opcode.CHOOSE, node.args(), List.of(low, high), low, high) : node;
    }

    private Node positive(Node b) {
        return b.low() >= 1 ? b : choose(less(zero, b), b, one);
    }

    public Node shiftLeft(Node a, Node by) {
        if (by.constant()) {
            int n = (int) by.value();
            if (n == 0) {
                return a;
            }
            if (a.constant()) {
                return constant(n >= 64 ? 0 : a.value() << n);
            }
            int width = width(a);
            if (n >= 64) {
                return zero;
            }
            return width + n <= 64
                    ? concat(List.of(new Piece(n, width, a)))
                    : concat(List.of(new Piece(n, 64 - n, field(a, 0, 64 - n))));
        }
        if (a.isFalse()) {
            return a;
        }
        boolean known = a.low() >= 0 && by.low() >= 0 && by.high() < 63 && width(a) + by.high() < 63;
        return make(Opcode.SHL, known ? 0 : Long.MIN_VALUE, known ? a.high() << by.high() : Long.MAX_VALUE, a, by);
    }

    public Node shiftRight(Node a, Node by) {
        if (by.constant()) {
            int n = (int) by.value();
            return n >= 64 ? zero : field(a, n, 64 - n);
        }
        if (a.isFalse()) {
            return a;
        }
        boolean known = a.low() >= 0;
        return make(Opcode.SHR, known ? 0 : Long.MIN_VALUE, known ? a.high() : Long.MAX_VALUE, a, by);
    }

    /** {@code width} bits from bit {@code from} on, which lie within the term where the value counts. */
    public Node window(Node of, Node from, int width) {
        if (of.opcode() == Opcode.FIELD && !from.constant()) {
            return window(of.arg(0), add(from, constant(of.offset())), width);
        }
        return field(shiftRight(of, from), 0, width);
    }

    /** Bits that a term may have, counted from bit 0; 64 for one that may be negative. */
    public static int width(Node a) {
        return a.low() < 0 ? 64 : 64 - Long.numberOfLeadingZeros(a.high());
    }

    public Node and(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return and(b, a);
        }
        if (b.constant()) {
            return a.constant() ? constant(a.value() & b.value()) : concatenation.keep(a, b.value());
        }
        return a == b ? a : make(Opcode.AND, 0 <= a.low() || 0 <= b.low() ? 0 : Long.MIN_VALUE, least(a, b), a, b);
    }

    private static long least(Node a, Node b) {
        long x = a.low() >= 0 ? a.high() : Long.MAX_VALUE;
        return Math.min(x, b.low() >= 0 ? b.high() : Long.MAX_VALUE);
    }

    public Node or(Node a, Node b) {
        if (a.constant() && !b.constant()) {
            return or(b, a);
        }
        if (b.constant()) {
            return a.constant() ? constant(a.value() | b.value()) : concatenation.with(a, b.value());
        }
        if (a == b) {
            return a;
        }
        boolean known = a.low() >= 0 && b.low() >= 0;
        long high = Bits.mask(Math.min(63, Math.max(width(a), width(b))));
        return make(Opcode.OR, known ? 0 : Long.MIN_VALUE, known ? high : Long.MAX_VALUE, a, b);
    }

    /** The bits of {@code a} that {@code b} has not. */
    public Node without(Node a, Node b) {
        if (b.constant()) {
            return and(a, constant(~b.value()));
        }
        if (a == b || a.isFalse()) {
            return zero;
        }
        return make(Opcode.ANDNOT, a.low() >= 0 ? 0 : Long.MIN_VALUE, a.low() >= 0 ? a.high() : Long.MAX_VALUE, a, b);
    }

    public Node count(Node a) {
        return a.constant() ? constant(Long.bitCount(a.value())) : make(Opcode.COUNT, 0, width(a), a);
    }

    public Node equal(Node a, Node b) {
        if (a == b) {
            return one;
        }
        if (a.constant() && !b.constant()) {
            return equal(b, a);
        }
        if (a.constant() || a.high() < b.low() || b.high() < a.low()) {
            return zero;
        }
        if (b.constant()) {
            long c = b.value();
            if (a.opcode() == Opcode.ADD && a.arg(1).constant()) {
                return equal(a.arg(0), constant(c - a.arg(1).value()));
            }
            if (a.low() >= 0 && a.high() <= 1) {
                return c == 1 ? a : not(a);
            }
            if (a.opcode() == Opcode.CHOOSE && a.arg(1).constant() && a.arg(2).constant()) {
                return choose(a.arg(0), equal(a.arg(1), b), equal(a.arg(2), b));
            }
        }
        return make(Opcode.EQ, 0, 1, a, b);
    }

    /** Whether {@code a < b}. */
    public Node less(Node a, Node b) {
        if (a == b || a.low() >= b.high()) {
            return zero;
        }
        if (a.high() < b.low()) {
            return one;
        }
        if (a.opcode() == Opcode.ADD && a.arg(1).constant() && b.constant()) {
            return less(a.arg(0), constant(b.value() - a.arg(1).value()));
        }
        if (b.opcode() == Opcode.ADD && b.arg(1).constant() && a.constant()) {
            return less(constant(a.value() - b.arg(1).value()), b.arg(0));
        }
        return make(Opcode.LT, 0, 1, a, b);
    }

    public Node atMost(Node a, Node b) {
        return not(less(b, a));
    }

    public Node not(Node a) {
        if (a.constant()) {
            return truth(a.value() == 0);
        }
        return a.opcode() == Opcode.NOT ? a.arg(0) : make(Opcode.NOT, 0, 1, a);
    }

    public Node all(List<Node> parts) {
        return junction(Opcode.ALL, parts, zero, one);
    }

    public Node any(List<Node> parts) {
        return junction(Opcode.ANY, parts, one, zero);
    }

    public Node both(Node a, Node b) {
        return all(List.of(a, b));
    }

    private Node junction(Opcode opcode, List<Node> parts, Node absorbing, Node neutral) {
        Set<Node> kept = new LinkedHashSet<>();
        for (Node part : parts) {
            if (part == absorbing) {
                return absorbing;
            }
            if (part.opcode() == opcode) {
                kept.addAll(part.args());
            } else if (part != neutral) {
                kept.add(part);
            }
        }
        for (Node part : kept) {
            if (kept.contains(not(part))) {
                return absorbing;
            }
        }
        if (kept.isEmpty()) {
            return neutral;
        }
        return kept.size() == 1 ? kept.iterator().next() : make(opcode, new ArrayList<>(kept), List.of(), 0, 1);
    }

    /** {@code then} if {@code condition} is true, else {@code otherwise}. */
    public Node choose(Node condition, Node then, Node otherwise) {
        if (condition.constant()) {
            return condition.value() != 0 ? then : otherwise;
        }
        if (then == otherwise) {
            return then;
        }
        if (condition.opcode() == Opcode.NOT) {
            return choose(condition.arg(0), otherwise, then);
        }
        if (then.low() >= 0 && then.high() <= 1 && otherwise.low() >= 0 && otherwise.high() <= 1) {
            if (then.constant() || otherwise.constant()) {
                return chooseTruth(condition, then, otherwise);
            }
        }
        long low = Math.min(then.low(), otherwise.low());
        long high = Math.max(then.high(), otherwise.high());
        return make(Opcode.CHOOSE, List.of(condition, then, otherwise), List.of(low, high), low, high);
    }

    private Node chooseTruth(Node condition, Node then, Node otherwise) {
        if (then.isTrue()) {
            return any(List.of(condition, otherwise));
        }
        if (then.isFalse()) {
            return both(not(condition), otherwise);
        }
        return otherwise.isTrue() ? any(List.of(not(condition), then)) : both(condition, then);
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
