package dev.baton.cli.differential;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The compiled search looking for lassos early and often, beside an engine that visits everything first. */
final class EarlySearches {
    /** Expanded states at the first look: most random protocols are looked at several times. */
    private static final long FIRST_LOOK = 8;

    private static final int SHALLOW = 6;

    private EarlySearches() {}

    /**
     * A sentence for each difference; empty if all is as it should be, or nothing asks for liveness.
     *
     * @param full what an engine says of all properties that visits every state
     * @param workers how many to compare one worker with
     */
    static List<String> differences(TransitionSystem system, CheckResult full, int workers) {
        List<String> differences = new ArrayList<>();
        List<Property> liveness =
                system.properties().stream().filter(p -> p.kind().liveness()).toList();
        if (!liveness.isEmpty()) {
            ask(system, system.properties(), full, workers, differences);
            ask(system, liveness, full, workers, differences);
            for (Property property : liveness) {
                ask(system, List.of(property), full, workers, differences);
            }
            bounded(system, liveness, full, differences);
        }
        return differences;
    }

    private static void ask(
            TransitionSystem system,
            List<Property> properties,
            CheckResult full,
            int workers,
            List<String> differences) {
        CheckResult alone = check(system, properties, 1, OptionalInt.empty());
        CheckResult together = check(system, properties, workers, OptionalInt.empty());
        List<String> here = new ArrayList<>();
        if (!together.answers().equals(alone.answers())
                || !together.distinct().equals(alone.distinct())
                || !together.generated().equals(alone.generated())
                || !together.depth().equals(alone.depth())
                || together.complete() != alone.complete()) {
            here.add("with " + workers + " workers: " + together + "\nalone: " + alone);
        }
        here.addAll(Comparison.answers(system, expected(full, properties), alone.answers()));
        long all = full.distinct().orElseThrow();
        long visited = alone.distinct().orElseThrow();
        if (alone.complete() ? visited != all : visited > all) {
            here.add(visited + " states of " + all);
        }
        here.forEach(d -> differences.add("looking early, asked for " + properties.size() + " properties: " + d));
    }

    /** A search that ends at a bound may find lassos, and may not say that there are none. */
    private static void bounded(
            TransitionSystem system, List<Property> liveness, CheckResult full, List<String> differences) {
        CheckResult shallow = check(system, liveness, 1, OptionalInt.of(SHALLOW));
        List<CheckResult.Answer> expected = expected(full, liveness);
        for (int i = 0; i < liveness.size(); i++) {
            if (!(shallow.answers().get(i).verdict() instanceof Verdict.Unknown)) {
                Comparison.answers(
                                system,
                                List.of(expected.get(i)),
                                List.of(shallow.answers().get(i)))
                        .forEach(d -> differences.add("looking within " + SHALLOW + " steps: " + d));
            }
        }
    }

    private static List<CheckResult.Answer> expected(CheckResult full, List<Property> properties) {
        return full.answers().stream()
                .filter(a -> properties.contains(a.property()))
                .toList();
    }

    private static CheckResult check(
            TransitionSystem system, List<Property> properties, int workers, OptionalInt depth) {
        CheckRequest request = new CheckRequest(
                system, properties, workers, Optional.empty(), Optional.empty(), depth, false, Optional.empty(), false);
        return new ExplicitEngine(FIRST_LOOK).check(request, Watch.NOBODY);
    }
}
