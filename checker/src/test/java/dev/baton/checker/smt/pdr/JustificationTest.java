package dev.baton.checker.smt.pdr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The leaves that are said to give a term its value do so alone. */
final class JustificationTest {
    private static final int LEAVES = 4;
    private static final int MOST = 2;

    private final SymbolicSystem symbolic = new SymbolicSystem(SmallSystems.counters(LEAVES, MOST), () -> false);
    private final Terms terms = symbolic.terms();

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void allStatesThatAgreeInThemGiveTheSameValues(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        List<Term> drawn = List.of(truth(choices, 4), truth(choices, 3), bits(choices, 2));
        long[] state = new long[LEAVES];
        for (int i = 0; i < LEAVES; i++) {
            state[i] = choices.below(MOST + 1);
        }
        Valuation here = new Point(state).valuation(symbolic);
        Set<Integer> leaves = new Justification(symbolic).of(drawn, here);
        for (long[] other : all()) {
            if (leaves.stream().allMatch(leaf -> other[leaf] == state[leaf])) {
                Valuation there = new Point(other).valuation(symbolic);
                for (Term term : drawn) {
                    assertThat(there.bits(term)).as("%s by %s", term, leaves).isEqualTo(here.bits(term));
                }
            }
        }
    }

    /** Of two disjuncts that are true, the one of fewer leaves is taken. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
    void fewLeavesAreTaken() {
        List<Term> zero = new ArrayList<>();
        for (Leaf leaf : symbolic.leaves()) {
            zero.add(terms.equal(leaf.now(), terms.number(0, leaf.now().width())));
        }
        Term either = terms.either(terms.all(zero.subList(0, 3)), zero.get(3));
        Valuation first = new Point(new long[LEAVES]).valuation(symbolic);
        assertThat(new Justification(symbolic).of(List.of(either), first)).containsExactly(3);
        assertThat(new Justification(symbolic).of(List.of(terms.not(either)), first))
                .containsExactly(3);
        assertThat(new Justification(symbolic).of(List.of(terms.yes), first)).isEmpty();
    }

    private static List<long[]> all() {
        List<long[]> all = new ArrayList<>();
        int base = MOST + 1;
        for (int code = 0; code < base * base * base * base; code++) {
            all.add(new long[] {code % base, code / base % base, code / base / base % base, code / base / base / base});
        }
        return all;
    }

    private Term truth(Choices choices, int depth) {
        if (depth == 0) {
            return terms.below(bits(choices, 0), bits(choices, 0));
        }
        return switch (choices.below(6)) {
            case 0 -> terms.all(List.of(truth(choices, depth - 1), truth(choices, depth - 1), truth(choices, 0)));
            case 1 -> terms.any(List.of(truth(choices, depth - 1), truth(choices, depth - 1), truth(choices, 0)));
            case 2 -> terms.not(truth(choices, depth - 1));
            case 3 -> terms.choose(truth(choices, depth - 1), truth(choices, depth - 1), truth(choices, depth - 1));
            case 4 -> terms.equal(truth(choices, depth - 1), truth(choices, depth - 1));
            default -> terms.equal(bits(choices, depth - 1), bits(choices, depth - 1));
        };
    }

    private Term bits(Choices choices, int depth) {
        Leaf leaf = choices.of(symbolic.leaves());
        if (depth == 0) {
            return choices.below(3) == 0
                    ? terms.number(choices.below(MOST + 1), leaf.now().width())
                    : leaf.now();
        }
        assertThat(leaf.now().sort()).isEqualTo(new Sort.Bits(leaf.now().width()));
        return choices.maybe()
                ? terms.add(bits(choices, depth - 1), bits(choices, depth - 1))
                : terms.choose(truth(choices, depth - 1), bits(choices, depth - 1), bits(choices, depth - 1));
    }
}
