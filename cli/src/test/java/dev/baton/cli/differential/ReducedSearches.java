package dev.baton.cli.differential;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.model.coverage.Coverage;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The compiled search with reductions, beside an engine without: asked about several selections of properties. */
public final class ReducedSearches {
    private final TransitionSystem system;
    private final CheckResult full;
    private final int workers;
    private final Set<Reduction.Kind> applied = EnumSet.noneOf(Reduction.Kind.class);
    private final List<String> differences = new ArrayList<>();

    /**
     * @param full what an engine says of all properties that visits every state
     * @param workers how many to compare one worker with
     */
    public ReducedSearches(TransitionSystem system, CheckResult full, int workers) {
        this.system = system;
        this.full = full;
        this.workers = workers;
    }

    /** Asks; what was applied is known then, and what differs. */
    public void run() {
        Predicate<Property> safety = p -> !p.kind().liveness();
        ask("safety", safety);
        ask("states", safety.and(p -> p.kind() != Property.Kind.STEP));
        ask("deadlocks", p -> p.kind() == Property.Kind.DEADLOCK_FREE);
        ask("errors", p -> p.kind() == Property.Kind.WELL_DEFINED);
    }

    /** Those that were applied for some selection. */
    public Set<Reduction.Kind> applied() {
        return applied;
    }

    /** A sentence each; empty if all is as it should be. */
    public List<String> differences() {
        return differences;
    }

    private void ask(String selection, Predicate<Property> wanted) {
        List<Property> properties = system.properties().stream().filter(wanted).toList();
        CheckResult alone = new ExplicitEngine().check(request(properties, 1).reducing(), Watch.NOBODY);
        CheckResult together =
                new ExplicitEngine().check(request(properties, workers).reducing(), Watch.NOBODY);
        alone.reductions().stream()
                .filter(Reduction::applied)
                .map(Reduction::kind)
                .forEach(applied::add);
        List<String> here = new ArrayList<>();
        if (!together.answers().equals(alone.answers())
                || !together.distinct().equals(alone.distinct())
                || !together.generated().equals(alone.generated())
                || !together.reductions().equals(alone.reductions())) {
            here.add("with " + workers + " workers: " + together + "\nalone: " + alone);
        }
        List<CheckResult.Answer> expected =
                full.answers().stream().filter(a -> wanted.test(a.property())).toList();
        here.addAll(Comparison.answers(system, expected, alone.answers()));
        here.addAll(sizes(alone));
        CheckResult every = new ExplicitEngine().check(request(properties, 1), Watch.NOBODY);
        if (!every.coverage().map(Coverage::seen).equals(alone.coverage().map(Coverage::seen))) {
            here.add("used: " + every.coverage() + " and " + alone.coverage());
        }
        here.forEach(d -> differences.add("reduced, asked for " + selection + " (" + alone.reductions() + "): " + d));
    }

    private CheckRequest request(List<Property> properties, int workers) {
        return new CheckRequest(system, properties, workers, Optional.empty(), Optional.empty());
    }

    /** States are not more than without reductions, and the factors say how many more there are. */
    private List<String> sizes(CheckResult reduced) {
        long all = full.distinct().orElseThrow();
        long visited = reduced.distinct().orElseThrow();
        List<String> wrong = new ArrayList<>();
        if (!reduced.complete() || visited > all || (!reduced.reduced() && visited != all)) {
            wrong.add(visited + " states of " + all);
        }
        List<Factor> factors = reduced.reductions().stream()
                .map(Reduction::factor)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        double exact = 1;
        double least = 1;
        for (Factor factor : factors) {
            switch (factor) {
                case Factor.Exact f -> exact *= f.times();
                case Factor.AtLeast f -> least = f.times();
                case Factor.NotCounted _ -> least = 0;
            }
        }
        if (least == 1 ? Math.round(exact * visited) != all : least * visited > all) {
            wrong.add(visited + " states, " + factors + ", but there are " + all);
        }
        return wrong;
    }
}
