package dev.baton.checker.explicit.liveness;

import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.NumberedStates;
import dev.baton.model.fairness.Graph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The graph of some states, by their numbers. Steps are taken once more: a search keeps none. */
final class GraphBuilder {
    private GraphBuilder() {}

    /**
     * The graph of these states: what can be done in each is known, also where it leads to none of them.
     *
     * @param states at least the first
     * @param units by instance, the units of fairness that it is a step of
     * @param tick is called for every state, and may throw to end this
     */
    static Graph build(CompiledSystem system, NumberedStates states, List<BitSet> units, Tick tick) {
        int words = system.words();
        long[] first = new long[words];
        system.initial(first, 0);
        Graph graph = new Graph(Math.toIntExact(states.find(first, 0)));
        int[] labels = units.stream().mapToInt(graph::label).toArray();
        long[] to = new long[Math.max(1, system.mostSuccessors()) * words];
        int[] by = new int[Math.max(1, system.mostSuccessors())];
        states.forEach((number, state, at) -> {
            tick.tick(graph);
            int n = system.successors(state, at, to, by, 0);
            for (int i = 0; i < n; i++) {
                if (!Arrays.equals(to, i * words, i * words + words, state, at, at + words)) {
                    long target = states.find(to, i * words);
                    if (target < 0) {
                        graph.beyond(labels[by[i]]);
                    } else {
                        graph.edge((int) target, labels[by[i]]);
                    }
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
