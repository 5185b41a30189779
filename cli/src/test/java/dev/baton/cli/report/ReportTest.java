package dev.baton.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.trace.Ink;
import dev.baton.trace.TraceStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final PlannedCheck CHECK = Outcomes.check("a/counter.baton");
    private static final PlannedCheck BAD = Outcomes.check("a/counter.baton", "Small");

    @Test
    void theTableIsAligned() {
        List<Outcome> outcomes = List.of(Outcomes.outcome(
                CHECK, "interpreter", 1234567, Outcomes.violated(3), Outcomes.holds(), Outcomes.unknown("timeout")));
        assertThat(table(outcomes)).containsExactly("""
            check  property         verdict   guarantee                 engine       distinct states  depth    time
            small  Small            VIOLATED  counterexample, replayed  interpreter        1,234,567      4  0.02 s
            small  <Odd> & "named"  holds     all reachable states      interpreter
            small  Reached          unknown   timeout                   interpreter\
            """.split("\n"));
    }

    @Test
    void whatIsExpectedSaysSo() {
        assertThat(table(List.of(Outcomes.outcome(BAD, "tlc", 4, Outcomes.violated(3)))))
                .anyMatch(l -> l.contains("violated (as expected)"));
        assertThat(table(List.of(Outcomes.outcome(BAD, "tlc", 4, Outcomes.holds()))))
                .anyMatch(l -> l.contains("HOLDS (expected: violated)"));
    }

    @Test
    void theSummaryNamesWhatIsNotAsExpected() {
        assertThat(summary(Outcomes.outcome(CHECK, "tlc", 4, Outcomes.violated(3), Outcomes.holds())))
                .isEqualTo("Not as expected: Small (small) is violated."
                        + " As expected otherwise, for the parameters given: 1 true of all reachable states.");
        assertThat(summary(Outcomes.outcome(BAD, "tlc", 4, Outcomes.violated(3), Outcomes.holds(), Outcomes.holds())))
                .isEqualTo("As expected, for the parameters given: 2 true of all reachable states, 1 violated.");
        assertThat(summary(Outcomes.outcome(CHECK, "tlc", 4, Outcomes.unknown("timeout after 1 s"))))
                .isEqualTo("Undecided: Small (small).");
        assertThat(summary(Outcomes.outcome(CHECK, "tlc", 4, Outcomes.unknown("interrupted"))))
                .isEqualTo("Interrupted; undecided: Small (small).");
    }

    @Test
    void counterexamplesThatAreNotExpectedComeFirst() {
        List<Outcome> outcomes = List.of(
                Outcomes.outcome(BAD, "tlc", 4, Outcomes.violated(3)),
                Outcomes.outcome(Outcomes.check("b/other.baton"), "tlc", 4, Outcomes.violated(3)));
        List<String> texts = TraceTexts.all(outcomes, labels(outcomes), TraceStyle.PLAIN);
        assertThat(texts).hasSize(2);
        assertThat(texts.getFirst()).startsWith("── other: small { MAX = 3 }, tlc ─");
        assertThat(texts.getLast()).startsWith("── counter: small { MAX = 3 }, tlc, as expected ─");
    }

    @Test
    void whatTwoEnginesFoundAlikeIsShownOnce() {
        List<Outcome> outcomes = List.of(
                Outcomes.outcome(CHECK, "interpreter", 4, Outcomes.violated(3)),
                Outcomes.outcome(CHECK, "tlc", 4, Outcomes.violated(3)));
        List<String> texts = TraceTexts.all(outcomes, labels(outcomes), TraceStyle.PLAIN);
        assertThat(texts).hasSize(1);
        assertThat(texts.getFirst()).contains("interpreter and tlc");
    }

    @Test
    void filesOfOneNameAreToldApart() {
        PlannedCheck one = Outcomes.check("a/counter.baton");
        PlannedCheck other = Outcomes.check("b/counter.baton");
        assertThat(new Labels(List.of(one)).of(one)).isEqualTo("small");
        assertThat(new Labels(List.of(one, other)).of(other)).isEqualTo("b/counter.baton: small");
        assertThat(new Labels(List.of(one, Outcomes.check("x.baton"))).of(one)).isEqualTo("counter: small");
    }

    private static List<String> table(List<Outcome> outcomes) {
        return ResultTable.lines(outcomes, labels(outcomes), Ink.PLAIN);
    }

    private static String summary(Outcome outcome) {
        return Summary.of(List.of(outcome), labels(List.of(outcome)));
    }

    private static Labels labels(List<Outcome> outcomes) {
        return new Labels(outcomes.stream().map(Outcome::check).toList());
    }
}
