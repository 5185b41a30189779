package dev.baton.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.checker.Reduction.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FactorTextTest {
    private static final List<Kind> BOTH = List.of(Kind.PARTIAL_ORDER, Kind.DEAD_VARIABLES);

    @Test
    void whatIsMadeTogetherIsToldOnce() {
        Factor symmetry = new Factor.Exact(List.of(Kind.SYMMETRY), 1.5);
        Factor others = new Factor.Exact(BOTH, 1728.9);
        assertThat(FactorText.of(result(
                        true,
                        Reduction.applied(Kind.SYMMETRY, "of K", symmetry),
                        Reduction.applied(Kind.PARTIAL_ORDER, "", others),
                        Reduction.applied(Kind.DEAD_VARIABLES, "", others))))
                .isEqualTo("symmetry (1.50 times), partial order and dead variables (1,729 times)");
    }

    /** Rounded up it would say more than was counted. */
    @Test
    void whatIsAtLeastIsRoundedDown() {
        assertThat(partialOrder(new Factor.AtLeast(List.of(Kind.PARTIAL_ORDER), 839.96)))
                .isEqualTo("partial order (at least 839 times)");
        assertThat(partialOrder(new Factor.AtLeast(List.of(Kind.PARTIAL_ORDER), 12.49)))
                .isEqualTo("partial order (at least 12.4 times)");
    }

    @Test
    void nothingIsSaidOfWhatWasNotCounted() {
        assertThat(partialOrder(new Factor.NotCounted(List.of(Kind.PARTIAL_ORDER), "too many")))
                .isEqualTo("partial order (not counted)");
    }

    @Test
    void anUnfinishedSearchHasNoFactors() {
        Factor factor = new Factor.NotCounted(BOTH, "not everything was visited");
        assertThat(FactorText.of(result(
                        false,
                        Reduction.applied(Kind.PARTIAL_ORDER, "", factor),
                        Reduction.refused(Kind.DEAD_VARIABLES, "a property reads it"))))
                .isEqualTo("partial order");
    }

    private static String partialOrder(Factor factor) {
        return FactorText.of(result(true, Reduction.applied(Kind.PARTIAL_ORDER, "", factor)));
    }

    private static CheckResult result(boolean complete, Reduction... reductions) {
        return new CheckResult(
                List.of(),
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalInt.of(1),
                complete,
                Duration.ZERO,
                List.of(reductions),
                Optional.empty());
    }
}
