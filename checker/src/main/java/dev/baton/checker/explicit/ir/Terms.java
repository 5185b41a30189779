package dev.baton.checker.explicit.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes terms, each only once, and folds what can be folded: constants, bounds that decide a comparison, fields of
 * fields. What becomes of bits and of integers is said in {@link BitFolding} and {@link IntegerFolding}. Not for use by
 * several threads.
 */
public final class Terms {
    /** More terms than this are more code than a JVM would care to compile. */
    private static final int MOST = 2_000_000;

    private record Key(Opcode opcode, List<Integer> args, List<Long> immediates) {}

    private final Map<Key, Node> known = new HashMap<>();
    private final Concatenation concatenation = new Concatenation(this);
    private final BitFolding bits = new BitFolding(this, concatenation);
    private final IntegerFolding arithmetic = new IntegerFolding(this);

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

    Node make(Opcode opcode, long low, long high, Node... args) {
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
        return bits.field(of, offset, width);
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
        return arithmetic.add(a, b);
    }

    public Node subtract(Node a, Node b) {
        return a == b ? zero : add(a, multiply(b, constant(-1)));
    }

    public Node multiply(Node a, Node b) {
        return arithmetic.multiply(a, b);
    }

    /** Floor division by what is positive where the value counts. */
    public Node divide(Node a, Node b) {
        return arithmetic.divide(a, b);
    }

    /** What floor division leaves. */
    public Node modulo(Node a, Node b) {
        return arithmetic.modulo(a, b);
    }

    public Node shiftLeft(Node a, Node by) {
        return bits.shiftLeft(a, by);
    }

    public Node shiftRight(Node a, Node by) {
        return bits.shiftRight(a, by);
    }

    /** {@code width} bits from bit {@code from} on, which lie within the term where the value counts. */
    public Node window(Node of, Node from, int width) {
        return bits.window(of, from, width);
    }

    public Node and(Node a, Node b) {
        return bits.and(a, b);
    }

    public Node or(Node a, Node b) {
        return bits.or(a, b);
    }

    /** The bits of {@code a} that {@code b} has not. */
    public Node without(Node a, Node b) {
        return bits.without(a, b);
    }

    public Node count(Node a) {
        return a.constant() ? constant(Long.bitCount(a.value())) : make(Opcode.COUNT, 0, width(a), a);
    }

    /** Bits that a term may have, counted from bit 0; 64 for one that may be negative. */
    public static int width(Node a) {
        return a.low() < 0 ? 64 : 64 - Long.numberOfLeadingZeros(a.high());
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
}
