package dev.baton.checker.smt.term;

import dev.baton.checker.explicit.draw.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Random terms, beside what they mean by the words of their makers: computed without folding. */
final class DrawTerms {
    static final int SYMBOLS = 3;
    private static final List<Integer> WIDTHS = List.of(1, 2, 5, 8, 33, 64);

    private final Terms terms;
    private final Choices choices;

    DrawTerms(Terms terms, Choices choices) {
        this.terms = terms;
        this.choices = choices;
    }

    /** @param meaning its bits, given those of all symbols by name; whatever is beyond a symbol's width is zero */
    record Drawn(Term term, ToLongFunction<ToLongFunction<Term>> meaning) {
        long in(ToLongFunction<Term> symbols) {
            return meaning.applyAsLong(symbols);
        }
    }

    int width() {
        return choices.of(WIDTHS);
    }

    Drawn truth(int depth) {
        if (depth == 0) {
            return leaf(choices.below(3) == 0 ? terms.truth(choices.maybe()) : truthSymbol(choices.below(SYMBOLS)));
        }
        return switch (choices.below(8)) {
            case 0 -> {
                Drawn a = truth(depth - 1);
                yield new Drawn(terms.not(a.term), s -> 1 - a.in(s));
            }
            case 1 -> {
                List<Drawn> parts = truths(depth);
                yield new Drawn(terms.all(of(parts)), s -> truth(parts.stream().allMatch(p -> p.in(s) == 1)));
            }
            case 2 -> {
                List<Drawn> parts = truths(depth);
                yield new Drawn(terms.any(of(parts)), s -> truth(parts.stream().anyMatch(p -> p.in(s) == 1)));
            }
            case 3 -> {
                Drawn a = truth(depth - 1);
                Drawn b = choices.below(4) == 0 ? a : truth(depth - 1);
                yield new Drawn(terms.equal(a.term, b.term), s -> truth(a.in(s) == b.in(s)));
            }
            case 4 -> {
                Drawn c = truth(depth - 1);
                Drawn a = truth(depth - 1);
                Drawn b = truth(depth - 1);
                yield new Drawn(terms.choose(c.term, a.term, b.term), s -> c.in(s) == 1 ? a.in(s) : b.in(s));
            }
            case 5 -> compared(depth, true);
            case 6 -> compared(depth, false);
            default -> {
                int width = width();
                Drawn a = bits(width, depth - 1);
                Drawn b = bits(width, depth - 1);
                yield new Drawn(terms.equal(a.term, b.term), s -> truth(a.in(s) == b.in(s)));
            }
        };
    }

    private Drawn compared(int depth, boolean signed) {
        int width = width();
        Drawn a = bits(width, depth - 1);
        Drawn b = bits(width, depth - 1);
        return signed
                ? new Drawn(
                        terms.belowSigned(a.term, b.term), s -> truth(signed(a.in(s), width) < signed(b.in(s), width)))
                : new Drawn(terms.below(a.term, b.term), s -> truth(Long.compareUnsigned(a.in(s), b.in(s)) < 0));
    }

    Drawn bits(int width, int depth) {
        if (depth == 0) {
            return leaf(
                    choices.maybe()
                            ? terms.number(choices.maybe() ? choices.below(3) : choices.word(), width)
                            : bitsSymbol(choices.below(SYMBOLS), width));
        }
        return switch (choices.below(5)) {
            case 0 -> {
                Drawn c = truth(depth - 1);
                Drawn a = bits(width, depth - 1);
                Drawn b = choices.below(4) == 0 ? a : bits(width, depth - 1);
                yield new Drawn(terms.choose(c.term, a.term, b.term), s -> c.in(s) == 1 ? a.in(s) : b.in(s));
            }
            case 1 -> {
                Drawn a = bits(width, depth - 1);
                yield new Drawn(terms.complement(a.term), s -> ~a.in(s) & Terms.mask(width));
            }
            case 2 -> resized(width, depth);
            default -> computed(width, depth);
        };
    }

    private Drawn resized(int width, int depth) {
        int from = width();
        boolean sign = choices.maybe();
        Drawn a = bits(from, depth - 1);
        return new Drawn(
                terms.resize(a.term, width, sign), s -> (sign ? signed(a.in(s), from) : a.in(s)) & Terms.mask(width));
    }

    private Drawn computed(int width, int depth) {
        Drawn a = bits(width, depth - 1);
        Drawn b = choices.below(5) == 0 ? a : bits(width, depth - 1);
        long mask = Terms.mask(width);
        return switch (choices.below(5)) {
            case 0 -> new Drawn(terms.add(a.term, b.term), s -> a.in(s) + b.in(s) & mask);
            case 1 -> new Drawn(terms.subtract(a.term, b.term), s -> a.in(s) - b.in(s) & mask);
            case 2 -> new Drawn(terms.multiply(a.term, b.term), s -> a.in(s) * b.in(s) & mask);
            case 3 ->
                new Drawn(
                        terms.divide(a.term, b.term), s -> b.in(s) == 0 ? mask : Long.divideUnsigned(a.in(s), b.in(s)));
            default ->
                new Drawn(
                        terms.remainder(a.term, b.term),
                        s -> b.in(s) == 0 ? a.in(s) : Long.remainderUnsigned(a.in(s), b.in(s)));
        };
    }

    Term truthSymbol(int number) {
        return terms.symbol("p" + number, Sort.BOOL);
    }

    Term bitsSymbol(int number, int width) {
        return terms.symbol("x" + number + "w" + width, new Sort.Bits(width));
    }

    /** A truth value as often as bits. */
    Drawn any(int depth) {
        return choices.maybe() ? truth(depth) : bits(width(), depth);
    }

    private List<Drawn> truths(int depth) {
        List<Drawn> parts = new ArrayList<>();
        for (int i = choices.between(0, 3); i > 0; i--) {
            parts.add(truth(depth - 1));
        }
        return parts;
    }

    private static List<Term> of(List<Drawn> drawn) {
        return drawn.stream().map(Drawn::term).toList();
    }

    private static Drawn leaf(Term term) {
        return term.operator() == Operator.SYMBOL
                ? new Drawn(term, s -> s.applyAsLong(term))
                : new Drawn(term, s -> term.value());
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }

    private static long signed(long bits, int width) {
        return bits << (64 - width) >> (64 - width);
    }
}
