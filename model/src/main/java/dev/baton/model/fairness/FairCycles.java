package dev.baton.model.fairness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Where a system can go round fairly for ever: components in which going everywhere owes nothing. Strong fairness asks
 * for the recursion of Streett automata (Emerson and Lei, Modalities for model checking, 1987): if a component never
 * takes a strongly fair unit, fair cycles avoid the states in which that unit is enabled.
 */
final class FairCycles {
    private final Graph graph;
    private final Obligations units;
    private final Components components;

    FairCycles(Graph graph, Obligations units, Runnable tick) {
        this.graph = graph;
        this.units = units;
        this.components = new Components(graph, tick);
    }

    /**
     * Disjoint sets of two or more states within {@code region}, each with a fair cycle through all its states, at
     * least one of them in {@code visit}. Every fair cycle of two or more states lies in one of the sets.
     */
    List<int[]> within(BitSet region, BitSet visit) {
        List<int[]> fair = new ArrayList<>();
        Deque<int[]> parts = new ArrayDeque<>();
        parts.add(region.stream().toArray());
        while (!parts.isEmpty()) {
            for (int[] component : components.of(parts.remove())) {
                Tally tally = tally(component);
                if (Arrays.stream(component).noneMatch(visit::get)
                        || !tally.owedToWeak().isEmpty()) {
                    continue;
                }
                BitSet owed = tally.owedToStrong();
                if (owed.isEmpty()) {
                    fair.add(component);
                } else {
                    parts.add(Arrays.stream(component)
                            .filter(state -> !graph.enabled(state).intersects(owed))
                            .toArray());
                }
            }
        }
        return fair;
    }

    private Tally tally(int[] component) {
        Tally tally = new Tally(units);
        for (int state : component) {
            tally.state(graph.enabled(state));
            for (int edge = graph.first(state); edge < graph.end(state); edge++) {
                if (components.together(state, graph.target(edge))) {
                    tally.edge(graph.units(edge));
                }
            }
        }
        return tally;
    }
}
