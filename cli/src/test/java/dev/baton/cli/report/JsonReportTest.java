package dev.baton.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.checker.Reduction.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How {@code docs/json.md} says a reduction is told. */
final class JsonReportTest {

    @Test
    void aFactorIsExactOrALowerBoundOrNotThere() {
        assertThat(deadVariables(new Factor.Exact(List.of(Kind.PARTIAL_ORDER, Kind.DEAD_VARIABLES), 1.5)))
                .isEqualTo("{\"kind\":\"dead variables\",\"applied\":true,\"to\":\"in"
                        + " K.x\",\"factor\":1.5,\"factorExact\":true,\"factorOf\":[\"partial order\",\"dead"
                        + " variables\"]}");
        assertThat(deadVariables(new Factor.AtLeast(List.of(Kind.DEAD_VARIABLES), 12.5)))
                .isEqualTo("{\"kind\":\"dead variables\",\"applied\":true,\"to\":\"in K.x\",\"factor\":12.5,"
                        + "\"factorExact\":false,\"factorOf\":[\"dead variables\"]}");
        assertThat(deadVariables(new Factor.NotCounted(List.of(Kind.DEAD_VARIABLES), "too many")))
                .isEqualTo("{\"kind\":\"dead variables\",\"applied\":true,\"to\":\"in K.x\",\"factor\":null,"
                        + "\"factorExact\":null,\"factorUnknown\":\"too many\",\"factorOf\":[\"dead variables\"]}");
    }

    @Test
    void whatWasNotAppliedHasNoFactor() {
        assertThat(JsonReport.reduction(Reduction.refused(Kind.SYMMETRY, "no type"))
                        .toString())
                .isEqualTo("{\"kind\":\"symmetry\",\"applied\":false,\"reason\":\"no type\"}");
    }

    private static String deadVariables(Factor factor) {
        return JsonReport.reduction(Reduction.applied(Kind.DEAD_VARIABLES, "in K.x", factor))
                .toString();
    }
}
