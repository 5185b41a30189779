package dev.baton.checker.explicit.liveness;

import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.Numbering;
import dev.baton.checker.explicit.search.ReachableStates;
import dev.baton.model.fairness.Graph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The graph of all reachable states, by their numbers. Steps are taken once more: a search keeps none. */
final class GraphBuilder {
    private GraphBuilder() {}

    /**
     * @param units by instance, the units of fairness that it is a step of
     * @param tick is called for every state, and may throw to end this
     */
    static Graph build(CompiledSystem system, ReachableStates states, List<BitSet> units, Tick tick) {
        int words = system.words();
        long[] first = new long[words];
        system.initial(first, 0);
        Numbering numbering = states.numbering();
        Graph graph = new Graph(Math.toIntExact(numbering.find(first, 0)));
        int[] labels = units.stream().mapToInt(graph::label).toArray();
        long[] to = new long[Math.max(1, system.mostSuccessors()) * words];
        int[] by = new int[Math.max(1, system.mostSuccessors())];
        states.forEach((number, state, at) -> {
            tick.tick(graph);
            int n = system.successors(state, at, to, by, 0);
            for (int i = 0; i < n; i++) {
                if (!Arrays.equals(to, i * words, i * words + words, state, at, at + words)) {
                    graph.edge(Math.toIntExact(numbering.find(to, i * words)), labels[by[i]]);
                }
            }
            graph.close();
        });
        return graph;
    }

    /** Looks at a graph as it grows. */
    @FunctionalInterface
    interface Tick {
        void tick(Graph graph);
    }
}
