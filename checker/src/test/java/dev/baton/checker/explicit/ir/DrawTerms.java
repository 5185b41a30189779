package dev.baton.checker.explicit.ir;

import dev.baton.checker.explicit.draw.Choices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Random terms: integers that never overflow, as those of protocols; truth values; and bits, up to whole words. Each
 * together with what it means.
 */
public final class DrawTerms {
    /** Words of a state, where nothing else is said. */
    public static final int WORDS = 3;

    private static final long LARGEST = 1L << 40;

    private final Terms terms;
    private final Choices choices;
    private final int words;
    private final Map<String, List<DrawnTerm>> before = new HashMap<>();

    public DrawTerms(Terms terms, Choices choices) {
        this(terms, choices, WORDS);
    }

    /** @param words the terms may read so many */
    public DrawTerms(Terms terms, Choices choices, int words) {
        this.terms = terms;
        this.choices = choices;
        this.words = words;
    }

    /** Any term. */
    public DrawnTerm any(int depth) {
        return switch (choices.below(3)) {
            case 0 -> integer(depth);
            case 1 -> truth(depth);
            default -> bits(depth);
        };
    }

    private DrawnTerm constant(long value) {
        return new DrawnTerm(terms.constant(value), _ -> value);
    }

    private DrawnTerm word() {
        int index = choices.below(words);
        return new DrawnTerm(terms.word(index), s -> s[index]);
    }

    private DrawnTerm field(DrawnTerm of, int offset, int width) {
        return new DrawnTerm(
                terms.field(of.node(), offset, width),
                s -> width == 0 ? 0 : of.meaning().in(s) >>> offset & -1L >>> (64 - width));
    }

    private DrawnTerm field(DrawnTerm of, int widest) {
        int width = choices.between(0, widest);
        return field(of, choices.between(0, 64 - Math.max(1, width)), width);
    }

    /** A number of a few bits, and no less than 0. */
    private DrawnTerm small(int width) {
        return field(word(), choices.between(0, 64 - width), width);
    }

    /** One of those drawn before, as parts of one term often are, or a new one. */
    private DrawnTerm drawn(String kind, int depth, Supplier<DrawnTerm> anew) {
        List<DrawnTerm> made = before.computeIfAbsent(kind + depth, _ -> new ArrayList<>());
        if (depth > 0 && !made.isEmpty() && choices.below(3) == 2) {
            return choices.of(made);
        }
        DrawnTerm drawn = anew.get();
        made.add(drawn);
        return drawn;
    }

    /** A small integer. */
    public DrawnTerm integer(int depth) {
        return drawn("integer", depth, () -> newInteger(depth));
    }

    private DrawnTerm newInteger(int depth) {
        if (depth == 0) {
            return choices.maybe() ? small(choices.between(1, 9)) : constant(choices.between(-9, 20));
        }
        DrawnTerm a = integer(depth - 1);
        return switch (choices.below(9)) {
            case 0 -> {
                DrawnTerm b = integer(depth - 1);
                yield new DrawnTerm(
                        terms.add(a.node(), b.node()),
                        s -> Math.addExact(a.meaning().in(s), b.meaning().in(s)));
            }
            case 1 -> {
                DrawnTerm b = integer(depth - 1);
                yield new DrawnTerm(
                        terms.subtract(a.node(), b.node()),
                        s -> Math.subtractExact(a.meaning().in(s), b.meaning().in(s)));
            }
            case 2 -> product(a, integer(depth - 1));
            case 3 -> {
                DrawnTerm b = positive();
                yield new DrawnTerm(
                        terms.divide(a.node(), b.node()),
                        s -> Math.floorDiv(a.meaning().in(s), b.meaning().in(s)));
            }
            case 4 -> {
                DrawnTerm b = positive();
                yield new DrawnTerm(
                        terms.modulo(a.node(), b.node()),
                        s -> Math.floorMod(a.meaning().in(s), b.meaning().in(s)));
            }
            case 5 -> chosen(truth(depth - 1), a, integer(depth - 1));
            case 6 -> {
                DrawnTerm b = bits(depth - 1);
                yield new DrawnTerm(
                        terms.count(b.node()), s -> Long.bitCount(b.meaning().in(s)));
            }
            case 7 -> field(bits(depth - 1), 12);
            default -> a;
        };
    }

    private DrawnTerm product(DrawnTerm a, DrawnTerm b) {
        boolean small = size(a.node()) < LARGEST / Math.max(1, size(b.node()));
        return small
                ? new DrawnTerm(
                        terms.multiply(a.node(), b.node()),
                        s -> Math.multiplyExact(a.meaning().in(s), b.meaning().in(s)))
                : a;
    }

    private static long size(Node node) {
        return node.low() < -LARGEST || node.high() > LARGEST ? LARGEST : Math.max(-node.low(), node.high());
    }

    private DrawnTerm positive() {
        if (choices.maybe()) {
            return constant(choices.between(1, 40));
        }
        DrawnTerm b = small(choices.between(1, 5));
        return new DrawnTerm(terms.add(b.node(), terms.one), s -> b.meaning().in(s) + 1);
    }

    private DrawnTerm chosen(DrawnTerm condition, DrawnTerm a, DrawnTerm b) {
        return new DrawnTerm(
                terms.choose(condition.node(), a.node(), b.node()),
                s -> (condition.meaning().in(s) != 0 ? a : b).meaning().in(s));
    }

    /** 0 or 1. */
    public DrawnTerm truth(int depth) {
        return drawn("truth", depth, () -> newTruth(depth));
    }

    private DrawnTerm newTruth(int depth) {
        if (depth == 0) {
            return small(1);
        }
        return switch (choices.below(9)) {
            case 0 -> compared(integer(depth - 1), constant(choices.between(-3, 12)));
            case 1 -> compared(constant(choices.between(-3, 12)), integer(depth - 1));
            case 2 -> compared(integer(depth - 1), integer(depth - 1));
            case 3 -> compared(bits(depth - 1), choices.maybe() ? constant(choices.word()) : bits(depth - 1));
            case 4 -> {
                DrawnTerm a = truth(depth - 1);
                yield new DrawnTerm(terms.not(a.node()), s -> 1 - a.meaning().in(s));
            }
            case 5 -> {
                List<DrawnTerm> parts = truths(depth - 1);
                yield new DrawnTerm(
                        terms.all(nodes(parts)),
                        s -> parts.stream().allMatch(p -> p.meaning().in(s) == 1) ? 1 : 0);
            }
            case 6 -> {
                List<DrawnTerm> parts = truths(depth - 1);
                yield new DrawnTerm(
                        terms.any(nodes(parts)),
                        s -> parts.stream().anyMatch(p -> p.meaning().in(s) == 1) ? 1 : 0);
            }
            case 7 -> chosen(truth(depth - 1), truth(depth - 1), truth(depth - 1));
            default -> small(1);
        };
    }

    private DrawnTerm compared(DrawnTerm a, DrawnTerm b) {
        return switch (choices.below(3)) {
            case 0 ->
                new DrawnTerm(
                        terms.equal(a.node(), b.node()),
                        s -> a.meaning().in(s) == b.meaning().in(s) ? 1 : 0);
            case 1 ->
                new DrawnTerm(
                        terms.less(a.node(), b.node()),
                        s -> a.meaning().in(s) < b.meaning().in(s) ? 1 : 0);
            default ->
                new DrawnTerm(
                        terms.atMost(a.node(), b.node()),
                        s -> a.meaning().in(s) <= b.meaning().in(s) ? 1 : 0);
        };
    }

    private List<DrawnTerm> truths(int depth) {
        List<DrawnTerm> parts = new ArrayList<>();
        int count = choices.between(0, 3);
        for (int i = 0; i < count; i++) {
            parts.add(truth(depth));
        }
        return parts;
    }

    private static List<Node> nodes(List<DrawnTerm> drawn) {
        return drawn.stream().map(DrawnTerm::node).toList();
    }

    /** Up to 64 bits. */
    public DrawnTerm bits(int depth) {
        return drawn("bits", depth, () -> newBits(depth));
    }

    private DrawnTerm newBits(int depth) {
        if (depth == 0) {
            return switch (choices.below(4)) {
                case 0 -> constant(choices.word());
                case 1 -> field(word(), 64);
                default -> word();
            };
        }
        DrawnTerm a = bits(depth - 1);
        return switch (choices.below(10)) {
            case 0 -> field(a, 64);
            case 1 -> concatenation(depth - 1);
            case 2 -> {
                DrawnTerm by = choices.maybe() ? constant(choices.below(64)) : small(choices.between(1, 6));
                yield new DrawnTerm(
                        terms.shiftLeft(a.node(), by.node()),
                        s -> a.meaning().in(s) << by.meaning().in(s));
            }
            case 3 -> {
                DrawnTerm by = choices.maybe() ? constant(choices.below(64)) : small(choices.between(1, 6));
                yield new DrawnTerm(
                        terms.shiftRight(a.node(), by.node()),
                        s -> a.meaning().in(s) >>> by.meaning().in(s));
            }
            case 4 -> window(a);
            case 5 -> {
                DrawnTerm b = mask(depth - 1);
                yield new DrawnTerm(
                        terms.and(a.node(), b.node()),
                        s -> a.meaning().in(s) & b.meaning().in(s));
            }
            case 6 -> {
                DrawnTerm b = mask(depth - 1);
                yield new DrawnTerm(
                        terms.or(a.node(), b.node()),
                        s -> a.meaning().in(s) | b.meaning().in(s));
            }
            case 7 -> {
                DrawnTerm b = mask(depth - 1);
                yield new DrawnTerm(
                        terms.without(a.node(), b.node()),
                        s -> a.meaning().in(s) & ~b.meaning().in(s));
            }
            case 8 -> chosen(truth(depth - 1), a, bits(depth - 1));
            default -> field(integer(depth - 1), 20);
        };
    }

    private DrawnTerm mask(int depth) {
        return choices.maybe() ? constant(choices.word()) : bits(depth);
    }

    /** Some bits from a place on that the state tells, within a term. */
    private DrawnTerm window(DrawnTerm a) {
        int within = a.node().opcode() == Opcode.FIELD ? a.node().width() : 64;
        if (within < 10) {
            return a;
        }
        DrawnTerm from = small(choices.between(1, 3));
        int width = choices.between(1, Math.min(32, within - 7));
        return new DrawnTerm(
                terms.window(a.node(), from.node(), width),
                s -> a.meaning().in(s) >>> from.meaning().in(s) & (1L << width) - 1);
    }

    private DrawnTerm concatenation(int depth) {
        List<Piece> pieces = new ArrayList<>();
        DrawnTerm.Meaning meaning = _ -> 0;
        for (int at = choices.below(8); at < 64; at += choices.below(8)) {
            int width = Math.min(64 - at, 30 - choices.below(30));
            int offset = at;
            DrawnTerm of = choices.below(3) == 0 ? bits(depth) : word();
            int from = choices.maybe() && of.node().opcode() == Opcode.WORD ? at : choices.below(64 - width);
            DrawnTerm part = field(of, from, width);
            pieces.add(new Piece(offset, width, part.node()));
            DrawnTerm.Meaning before = meaning;
            meaning = s -> before.in(s) | part.meaning().in(s) << offset;
            at += width;
        }
        return new DrawnTerm(terms.concat(pieces), meaning);
    }
}
