package dev.baton.checker.explicit.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Folded, simplified and substituted terms mean what was put together. */
final class FoldingTest {
    private static final int DEPTH = 4;
    private static final int STATES = 8;

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void foldedTermsMeanTheSame(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        DrawnTerm drawn = new DrawTerms(new Terms(), new Choices(numbers)).any(DEPTH);
        for (long[] state : states(more)) {
            assertThat(new NodeValues(state).of(drawn.node()))
                    .as("%s in %s", drawn.node(), Arrays.toString(state))
                    .isEqualTo(drawn.meaning().in(state));
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void valuesLieWithinBounds(@ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        DrawnTerm drawn = new DrawTerms(new Terms(), new Choices(numbers)).any(DEPTH);
        for (long[] state : states(more)) {
            bounded(drawn.node(), new NodeValues(state), new HashSet<>());
        }
    }

    private static void bounded(Node node, NodeValues values, Set<Node> seen) {
        if (seen.add(node)) {
            assertThat(values.of(node)).as(node.toString()).isBetween(node.low(), node.high());
            node.args().forEach(arg -> bounded(arg, values, seen));
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsAssumedChangesNothingWhereItHolds(
            @ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Terms terms = new Terms();
        Choices choices = new Choices(numbers);
        DrawTerms draw = new DrawTerms(terms, choices);
        List<long[]> states = states(more);
        List<Node> facts = new ArrayList<>();
        for (int i = choices.between(1, 3); i > 0; i--) {
            Node fact = draw.truth(2).node();
            facts.add(new NodeValues(states.getFirst()).holds(fact) ? fact : terms.not(fact));
        }
        Node node = choices.maybe()
                ? draw.any(DEPTH).node()
                : terms.all(List.of(terms.any(facts), draw.truth(3).node()));
        Assumptions known = Assumptions.none(terms).and(facts.subList(0, 1)).and(facts.subList(1, facts.size()));
        Node simpler = known.simplify(node);
        int held = 0;
        for (long[] state : states) {
            NodeValues values = new NodeValues(state);
            if (facts.stream().allMatch(values::holds)) {
                held++;
                assertThat(values.of(simpler))
                        .as("%s as %s, given %s", node, simpler, facts)
                        .isEqualTo(values.of(node));
                bounded(simpler, values, new HashSet<>());
            }
        }
        assertThat(held).isPositive();
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void substitutedTermsAreThoseOfTheNextState(
            @ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Terms terms = new Terms();
        DrawTerms draw = new DrawTerms(terms, new Choices(numbers));
        List<Node> next = new ArrayList<>();
        for (int i = 0; i < DrawTerms.WORDS; i++) {
            next.add(draw.bits(2).node());
        }
        Node node = draw.any(DEPTH).node();
        Node substituted = new Substitution(terms, next).of(node);
        for (long[] state : states(more)) {
            NodeValues now = new NodeValues(state);
            long[] then = next.stream().mapToLong(now::of).toArray();
            assertThat(now.of(substituted)).as("%s with %s", node, next).isEqualTo(new NodeValues(then).of(node));
            bounded(substituted, now, new HashSet<>());
        }
    }

    private static List<long[]> states(List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        List<long[]> states = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            states.add(choices.words(DrawTerms.WORDS));
        }
        return states;
    }
}
