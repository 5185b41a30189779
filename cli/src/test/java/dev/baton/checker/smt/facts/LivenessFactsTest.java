package dev.baton.checker.smt.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.SmtEngine;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hand goes round a dial, and who is fast can win at one of its hours. Whoever is owed a turn for being able again
 * and again wins; whoever is owed one only while he can all the time need not.
 */
final class LivenessFactsTest {
    private static final int HOURS = 12;
    private static final int DEPTH = 16;

    private static TransitionSystem dial(String hand, String winner) {
        String text = """
            protocol Dial

            kernel K {
              var hour: 0..11 = 0
              var won: bool = false

              HAND action pass { hour = (hour + 1) % 12 }

              WINNER action win when hour == 5 and not won { won = true }
            }

            liveness Wins: eventually K.won
            liveness Stays: eventually always K.won
            liveness Follows: K.hour == 3 leads to K.won
            liveness Noon: always eventually K.hour == 0
            liveness Never: eventually always K.hour == 0
            """.replace("HAND", hand).replace("WINNER", winner);
        return system(text);
    }

    private static TransitionSystem system(String text) {
        LoadedFile file = Frontend.load(Path.of("small.baton"), new SourceFile("small.baton", text))
                .result()
                .orElseThrow();
        return Lowering.lower(Frontend.protocol(file, Map.of()).result().orElseThrow());
    }

    private static Facts facts(TransitionSystem system, List<Property> properties) {
        Groundwork groundwork = new Groundwork(system, properties, new Depths(0, DEPTH), () -> false);
        groundwork.ofStates();
        groundwork.ofBehaviours();
        return groundwork.liveness().join();
    }

    private static List<Property> liveness(TransitionSystem system) {
        return system.properties().stream().filter(p -> p.kind().liveness()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', strong, Wins Stays Follows Noon",
        "'', '', Noon",
        "'', unfair, Noon",
        "unfair, strong, ''",
        "strong, strong, Wins Stays Follows Noon"
    })
    void provesWhatFairnessBringsAbout(String hand, String winner, String proved) {
        TransitionSystem system = dial(hand, winner);
        assertThat(String.join(
                        " ",
                        facts(system, liveness(system)).proved().keySet().stream()
                                .map(Property::name)
                                .toList()))
                .isEqualTo(proved);
    }

    /** Deeper than where what is proved comes in: that it is of use, and hides nothing. */
    @Test
    void lassosThatAreLongAreFoundBesideWhatIsProved() {
        TransitionSystem system = dial("", "");
        CheckResult result = new SmtEngine()
                .check(
                        new CheckRequest(
                                system,
                                liveness(system),
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.of(DEPTH),
                                false,
                                Optional.empty(),
                                true),
                        Watch.NOBODY);
        assertThat(result.answers()).allSatisfy(answer -> {
            switch (answer.verdict()) {
                case Verdict.Holds holds -> {
                    assertThat(answer.property().name()).isEqualTo("Noon");
                    assertThat(holds.guarantee().toString()).startsWith("proved (k-liveness, k = ");
                }
                case Verdict.Violated violated ->
                    assertThat(violated.trace().orElseThrow().steps())
                            .as(answer.property().name())
                            .hasSize(HOURS);
                case Verdict.Unknown unknown ->
                    throw new AssertionError(answer.property().name() + unknown);
            }
        });
    }

    /** Who tries in vain does nothing: it does not count, and the solver that checks the proof must know that too. */
    @Test
    void stepsThatChangeNothingAreNotCounted() {
        TransitionSystem system = system("""
            protocol Turn

            memory { taken: bool = false }

            kernel K[2] {
              var rounds: 0..2 = 0

              task work {
                for n in 1..2 {
                  while not cas(taken, false, true) { }
                  rounds = n
                  taken = false
                }
              }
            }

            liveness Done: eventually forall k in K: k.rounds == 2
            """);
        assertThat(facts(system, liveness(system)).proved()).hasSize(1);
    }

    /**
     * Goes on until it stops for good, which refutes what is to come: that is far away, and nothing else refutes it.
     */
    @Test
    void whereOnlyStoppingRefutesItIsKnownHowFarAwayThatIs() {
        TransitionSystem system = system("""
            protocol Walk

            kernel K[2] {
              var gone: 0..12 = 0

              action go when gone < 12 { gone = gone + 1 }
            }

            liveness Comes: eventually exists k in K: k.gone == 12 and forall o in K: o.gone == 3
            """);
        Property comes = liveness(system).getFirst();
        Facts facts = facts(system, List.of(comes));
        assertThat(facts.proved()).isEmpty();
        assertThat(facts.stopsAlone()).containsExactly(comes);
        assertThat(facts.notWithin()).containsEntry(comes, DEPTH);
        CheckResult result = new SmtEngine()
                .check(
                        new CheckRequest(
                                system,
                                List.of(comes),
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.of(24),
                                false,
                                Optional.empty(),
                                true),
                        Watch.NOBODY);
        assertThat(result.answers().getFirst().verdict())
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.trace().orElseThrow().steps())
                                .hasSize(24));
    }

    /** A count one too small is refused by the solver that checks it. */
    @Test
    void aBoundThatDoesNotHoldHasNoInvariant() {
        TransitionSystem system = dial("", "strong");
        SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
        Exploration all = Exploration.of(symbolic, 1_000, () -> false).orElseThrow();
        LivenessFacts facts =
                new LivenessFacts(symbolic, new Interpreter(system), all, List.of(), new Depths(0, DEPTH), () -> false);
        Monitor monitor = facts.monitors(liveness(system).getFirst()).getFirst();
        Ranks ranks =
                Ranks.of(monitor, symbolic, all, true, 10_000, () -> false).orElseThrow();
        assertThat(ranks.most()).isPositive();
        Monitor.Counting right = monitor.counting(ranks.most(), true);
        assertThat(facts.audited(
                        right,
                        facts.invariant(right, facts.examples(ranks, right)).orElseThrow(),
                        0))
                .isPresent();
        Monitor.Counting wrong = monitor.counting(ranks.most() - 1, true);
        assertThat(facts.audited(wrong, List.of(symbolic.terms().not(wrong.bad())), 0))
                .isEmpty();
    }
}
