package dev.baton.checker.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ways from the first state to what was found. */
record Paths(
        SortedMap<Integer, StatePath> decided, SortedMap<Integer, StatePath> refuted, Optional<StatePath> deadlock) {

    static Paths find(CompiledSystem system, ReachableStates reachable, Levels levels, Findings findings, Crew crew) {
        List<Target> targets = new ArrayList<>(findings.decided().values());
        findings.refuted().values().forEach(step -> targets.add(step.before()));
        findings.deadlock().ifPresent(targets::add);
        List<List<long[]>> ways = reachable.kept()
                ? BackwardPaths.find(system, reachable, levels, targets, crew)
                : LinkedPaths.find(system, reachable, targets);

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
}
