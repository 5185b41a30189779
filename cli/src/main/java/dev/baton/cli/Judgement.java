package dev.baton.cli;

import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import java.util.List;

/** What a run of {@code check} comes to. */
final class Judgement {
    private Judgement() {}

    /** @param warned whether there are warnings that are to fail the run */
    static ExitCode of(List<Outcome> outcomes, List<String> disagreements, boolean interrupted, boolean warned) {
        List<PropertyOutcome> all = outcomes.stream()
                .filter(o -> !o.refused() || outcomes.stream().noneMatch(s -> served(s, o)))
                .flatMap(o -> o.properties().stream())
                .toList();
        if (!disagreements.isEmpty()) {
            return ExitCode.INTERNAL;
        }
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (warned || all.stream().anyMatch(p -> p.decided() && !p.asExpected())) {
            return ExitCode.UNEXPECTED;
        }
        return all.stream().allMatch(PropertyOutcome::decided) ? ExitCode.EXPECTED : ExitCode.UNDECIDED;
    }

    /** Whether another engine served a check that one refused. */
    private static boolean served(Outcome other, Outcome refused) {
        return !other.refused() && other.check().is(refused.check());
    }
}
