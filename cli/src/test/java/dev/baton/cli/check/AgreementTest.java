package dev.baton.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.report.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgreementTest {
    private static final PlannedCheck CHECK = Outcomes.check("counter.baton");

    @Test
    void enginesThatSayTheSameAgree() {
        assertThat(disagreements(
                        1,
                        Outcomes.outcome(CHECK, "interpreter", 4, Outcomes.violated(3), Outcomes.holds()),
                        Outcomes.outcome(CHECK, "tlc", 4, Outcomes.violated(3), Outcomes.holds())))
                .isEmpty();
    }

    @Test
    void verdictsAreCompared() {
        assertThat(disagreements(
                        1,
                        Outcomes.outcome(CHECK, "interpreter", 4, Outcomes.violated(3)),
                        Outcomes.outcome(CHECK, "tlc", 4, Outcomes.holds())))
                .containsExactly("`counter.baton` small: interpreter says `Small` violated, tlc says holds");
    }

    @Test
    void countsOfStatesAreCompared() {
        assertThat(disagreements(
                        1,
                        Outcomes.outcome(CHECK, "interpreter", 4, Outcomes.holds()),
                        Outcomes.outcome(CHECK, "tlc", 5, Outcomes.holds())))
                .containsExactly(
                        "`counter.baton` small: interpreter says 4 distinct states, tlc says 5",
                        "`counter.baton` small: interpreter says 5 generated states, tlc says 6");
    }

    @Test
    void lengthsAreComparedWithOneWorkerOnly() {
        Outcome one = Outcomes.outcome(CHECK, "interpreter", 4, Outcomes.violated(2));
        Outcome other = Outcomes.outcome(CHECK, "tlc", 4, Outcomes.violated(3));
        assertThat(disagreements(1, one, other)).hasSize(1);
        assertThat(disagreements(2, one, other)).isEmpty();
    }

    @Test
    void whatIsUnknownAgreesWithEverything() {
        assertThat(disagreements(
                        1,
                        Outcomes.outcome(CHECK, "interpreter", 4, Outcomes.unknown("timeout")),
                        Outcomes.outcome(CHECK, "tlc", 4, Outcomes.holds())))
                .isEmpty();
    }

    private static List<String> disagreements(int workers, Outcome... outcomes) {
        return Agreement.disagreements(List.of(outcomes), workers);
    }
}
