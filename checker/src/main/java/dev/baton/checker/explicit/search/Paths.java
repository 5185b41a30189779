package dev.baton.checker.explicit.search;

import dev.baton.checker.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ways from the first state to what was found. */
record Paths(
        SortedMap<Integer, StatePath> decided, SortedMap<Integer, StatePath> refuted, Optional<StatePath> deadlock) {

    /** Empty if the user would not wait. */
    static Optional<Paths> find(
            CompiledSystem system,
            ReachableStates reachable,
            Levels levels,
            Findings findings,
            Crew crew,
            Watch watch) {
        List<Target> targets = new ArrayList<>(findings.decided().values());
        findings.refuted().values().forEach(step -> targets.add(step.before()));
        findings.deadlock().ifPresent(targets::add);
        return (reachable.kept()
                        ? BackwardPaths.find(system, reachable, levels, targets, crew, watch)
                        : Optional.of(LinkedPaths.find(system, reachable, targets)))
                .map(ways -> of(findings, ways));
    }

    /** @param ways to what was decided, refuted, and the deadlock, in this order */
    private static Paths of(Findings findings, List<List<long[]>> ways) {
        SortedMap<Integer, StatePath> decided = new TreeMap<>();
        SortedMap<Integer, StatePath> refuted = new TreeMap<>();
        int next = 0;
        for (int property : findings.decided().keySet()) {
            decided.put(property, new StatePath(ways.get(next++)));
        }
        for (var step : findings.refuted().entrySet()) {
            List<long[]> way = new ArrayList<>(ways.get(next++));
            way.add(step.getValue().after());
            refuted.put(step.getKey(), new StatePath(way));
        }
        Optional<StatePath> deadlock =
                findings.deadlock().isPresent() ? Optional.of(new StatePath(ways.get(next))) : Optional.empty();
        return new Paths(decided, refuted, deadlock);
    }

    /** What was found is not told. */
    static final Paths NONE = new Paths(new TreeMap<>(), new TreeMap<>(), Optional.empty());
}
