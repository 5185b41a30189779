package dev.baton.checker.smt.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Folded, imported and substituted terms mean what was put together. */
final class FoldingTest {
    private static final int DEPTH = 4;
    private static final int STATES = 6;

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void foldedTermsMeanTheSame(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        DrawTerms.Drawn drawn = new DrawTerms(new Terms(), new Choices(numbers)).any(DEPTH);
        for (ToLongFunction<Term> symbols : states(more)) {
            assertThat(new Valuation(symbols).bits(drawn.term()))
                    .as(drawn.term().toString())
                    .isEqualTo(drawn.in(symbols));
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void importedTermsMeanTheSameAndAreMadeOnce(
            @ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        DrawTerms.Drawn drawn = new DrawTerms(new Terms(), new Choices(numbers)).any(DEPTH);
        Terms others = new Terms();
        others.symbol("made before", Sort.BOOL);
        Term imported = others.imported(drawn.term());
        assertThat(others.imported(drawn.term())).isSameAs(imported);
        for (ToLongFunction<Term> symbols : states(more)) {
            assertThat(new Valuation(symbols).bits(imported)).isEqualTo(drawn.in(symbols));
        }
        Set<Term> foreign = new HashSet<>();
        collect(drawn.term(), foreign);
        Set<Term> own = new HashSet<>();
        collect(imported, own);
        own.removeIf(term -> term == others.yes || term == others.no);
        assertThat(own).doesNotContainAnyElementsOf(foreign);
    }

    private static void collect(Term term, Set<Term> into) {
        if (into.add(term)) {
            term.args().forEach(arg -> collect(arg, into));
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void substitutedTermsAreThoseWhereSymbolsHaveTheirMeaning(
            @ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Terms terms = new Terms();
        DrawTerms draw = new DrawTerms(terms, new Choices(numbers));
        Map<Term, Term> by = new HashMap<>();
        by.put(draw.truthSymbol(0), draw.truth(2).term());
        by.put(draw.truthSymbol(1), draw.truth(2).term());
        by.put(draw.bitsSymbol(0, 8), draw.bits(8, 2).term());
        by.put(draw.bitsSymbol(1, 64), draw.bits(64, 2).term());
        DrawTerms.Drawn drawn = draw.any(DEPTH);
        Term substituted = terms.substitute(drawn.term(), by);
        for (ToLongFunction<Term> symbols : states(more)) {
            Valuation now = new Valuation(symbols);
            ToLongFunction<Term> then =
                    symbol -> by.containsKey(symbol) ? now.bits(by.get(symbol)) : symbols.applyAsLong(symbol);
            assertThat(now.bits(substituted)).as("%s with %s", drawn.term(), by).isEqualTo(drawn.in(then));
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void programsComputeTheSame(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        DrawTerms.Drawn drawn = new DrawTerms(new Terms(), new Choices(numbers)).any(DEPTH);
        List<Term> symbols = new ArrayList<>();
        TermProgram program = new TermProgram(List.of(drawn.term()), symbol -> {
            symbols.add(symbol);
            return symbols.size() - 1;
        });
        for (ToLongFunction<Term> state : states(more)) {
            program.run(symbols.stream().mapToLong(state).toArray());
            assertThat(program.bits(program.place(drawn.term())))
                    .as(drawn.term().toString())
                    .isEqualTo(drawn.in(state));
        }
    }

    private static List<ToLongFunction<Term>> states(List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        return java.util.stream.IntStream.range(0, STATES)
                .mapToObj(_ -> state(choices.words(16)))
                .toList();
    }

    /** A word for each name, cut to the symbol's width. */
    private static ToLongFunction<Term> state(long[] words) {
        return symbol -> {
            long word = words[Math.floorMod(symbol.name().hashCode(), words.length)];
            return switch (symbol.sort()) {
                case Sort.Bool _ -> word & 1;
                case Sort.Bits bits -> word & Terms.mask(bits.width());
            };
        };
    }
}
