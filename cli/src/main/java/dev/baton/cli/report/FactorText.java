package dev.baton.cli.report;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.checker.Reduction.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was applied, and how many times fewer states that made, for people; the JSON says more. */
final class FactorText {
    private FactorText() {}

    /** Of an unfinished search only the names. */
    static String of(CheckResult result) {
        if (!result.complete()) {
            return result.reductions().stream()
                    .filter(Reduction::applied)
                    .map(r -> r.kind().word())
                    .collect(Collectors.joining(", "));
        }
        return result.reductions().stream()
                .map(Reduction::factor)
                .flatMap(Optional::stream)
                .distinct()
                .map(FactorText::of)
                .collect(Collectors.joining(", "));
    }

    private static String of(Factor factor) {
        return factor.of().stream().map(Kind::word).collect(Collectors.joining(" and ")) + " (" + times(factor) + ")";
    }

    private static String times(Factor factor) {
        return switch (factor) {
            case Factor.Exact exact -> rounded(exact.times(), RoundingMode.HALF_UP) + " times";
            case Factor.AtLeast least -> "at least " + rounded(least.times(), RoundingMode.DOWN) + " times";
            case Factor.NotCounted _ -> "not counted";
        };
    }

    /** Three digits, and all before the point. */
    private static String rounded(double times, RoundingMode mode) {
        int decimals = times < 10 ? 2 : times < 100 ? 1 : 0;
        return String.format(
                Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(times).setScale(decimals, mode));
    }
}
