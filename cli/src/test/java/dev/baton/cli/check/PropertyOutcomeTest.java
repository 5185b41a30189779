package dev.baton.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.Verdict;
import dev.baton.cli.report.Outcomes;
import dev.baton.model.system.Property;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PropertyOutcomeTest {
    private static final Property PART = Outcomes.counter().properties().getFirst();

    @Test
    void aPropertyInTwoPartsIsViolatedIfEitherIs() {
        assertThat(merged(Outcomes.holds(), Outcomes.violated(3)).word()).isEqualTo("violated");
        assertThat(merged(Outcomes.violated(3), Outcomes.unknown("timeout")).word())
                .isEqualTo("violated");
        assertThat(merged(Outcomes.holds(), Outcomes.unknown("timeout")).word()).isEqualTo("unknown");
        assertThat(merged(Outcomes.holds(), Outcomes.holds()).word()).isEqualTo("holds");
    }

    @Test
    void whatIsUnknownIsNotAsExpected() {
        assertThat(merged(Outcomes.holds(), Outcomes.unknown("timeout")).asExpected())
                .isFalse();
    }

    private static PropertyOutcome merged(Verdict one, Verdict other) {
        List<PropertyOutcome> outcomes =
                PropertyOutcome.merged(new Expected(Set.of()), List.of(new Answer(PART, one), new Answer(PART, other)));
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }
}
