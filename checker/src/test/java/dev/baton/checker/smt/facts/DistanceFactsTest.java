package dev.baton.checker.smt.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.SmtEngine;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Two counters up to 12, of which only the end of both is bad: 24 steps away. */
final class DistanceFactsTest {
    private static final int END = 12;
    private static final int AWAY = 2 * END;

    private final TransitionSystem system = SmallSystems.counters(2, END);
    private final Property property = SmallSystems.property(system, "NotAllAtTheEnd");
    private final SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
    private final Terms terms = symbolic.terms();
    private final Term bad = symbolic.stateTarget(property);
    private final Exploration all = Exploration.of(symbolic, 1_000, () -> false).orElseThrow();

    private DistanceFacts facts(Depths depths) {
        return new DistanceFacts(symbolic, all, List.of(), depths, () -> false);
    }

    private Optional<Integer> notWithin(Depths depths) {
        return facts(depths)
                .of(Map.of(property, bad))
                .map(found -> found.notWithin().get(property));
    }

    @Test
    void provesHowFarAwayItIs() {
        assertThat(notWithin(new Depths(0, 100))).contains(AWAY - 1);
        assertThat(notWithin(new Depths(0, 10))).contains(10);
        assertThat(notWithin(new Depths(AWAY - 1, 100))).isEmpty();
    }

    /** What is unreachable is asked for within the bound alone. */
    @Test
    void whatIsNeverReachedIsNotWithinTheBound() {
        Term never = terms.no;
        assertThat(facts(new Depths(0, 10))
                        .of(Map.of(property, never))
                        .orElseThrow()
                        .notWithin())
                .containsEntry(property, 10);
    }

    @Test
    void whatIsSaidOfNearStatesIsTrueOfThem() {
        Nearby nearby = facts(new Depths(0, 100))
                .of(Map.of(property, bad))
                .orElseThrow()
                .nearby();
        assertThat(nearby.after(1, terms)).isNotEmpty();
        for (int state = 0; state < all.states().size(); state++) {
            long[] bits = all.states().get(state);
            for (int steps = all.distance(state); steps <= AWAY + 2; steps++) {
                for (Term fact : nearby.after(steps, terms)) {
                    assertThat(new Valuation(
                                            symbol -> bits[symbolic.leaf(symbol).number()])
                                    .isTrue(fact))
                            .as("%s after %d steps", fact, steps)
                            .isTrue();
                }
            }
        }
    }

    /** What is claimed of one step more than is so has no clauses, and what shows less does not show it. */
    @Test
    void aDistanceThatIsWrongIsRefused() {
        Countdown countdown = new Countdown(symbolic, AWAY);
        Term right = countdown.within(AWAY - 1, bad);
        Term wrong = countdown.within(AWAY, bad);
        List<Term> clauses = facts(new Depths(0, 100)).learned(countdown, right).orElseThrow();
        assertThat(facts(new Depths(0, 100)).confirmed(countdown, clauses, right))
                .isTrue();
        assertThat(facts(new Depths(0, 100)).confirmed(countdown, clauses, wrong))
                .isFalse();
        assertThat(facts(new Depths(0, 100)).confirmed(countdown, List.of(terms.not(wrong)), wrong))
                .isFalse();
        assertThat(facts(new Depths(0, 100)).confirmed(countdown, List.of(terms.not(right)), right))
                .isFalse();
    }

    /** Beyond where what is proved comes in. */
    @Test
    void theSearchFindsItWhereItIs() {
        assertThat(verdict(AWAY))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.trace().orElseThrow().steps())
                                .hasSize(AWAY));
        assertThat(verdict(AWAY - 1))
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class,
                        unknown -> assertThat(unknown.reason())
                                .isEqualTo("bounded: no violation within " + (AWAY - 1) + " steps"));
    }

    private Verdict verdict(int depth) {
        CheckResult result = new SmtEngine()
                .check(
                        new CheckRequest(
                                system,
                                List.of(property),
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.of(depth),
                                false,
                                Optional.empty(),
                                true),
                        Watch.NOBODY);
        return result.answers().getFirst().verdict();
    }
}
