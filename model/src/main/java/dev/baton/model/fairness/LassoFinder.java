package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds fair lassos: a shortest stem to a state of a fair cycle, then a short way round. */
public final class LassoFinder {
    private static final int UNSEEN = -1;
    private static final int ROOT = -2;

    private final Graph graph;
    private final Obligations units;
    private final Runnable tick;

    /** @param tick is called now and then, and may throw to end the search */
    public LassoFinder(Graph graph, Obligations units, Runnable tick) {
        this.graph = graph;
        this.units = units;
        this.tick = tick;
    }

    /** A fair behaviour that answers the query; empty if there is none. */
    public Optional<Lasso> find(LassoQuery query) {
        if (query.trigger().isEmpty()) {
            return Optional.empty();
        }
        int[] cycle = new int[graph.size()];
        int cycles = 0;
        for (int[] states : new FairCycles(graph, units, tick).within(query.region(), query.visit())) {
            cycles++;
            for (int state : states) {
                cycle[state] = cycles;
            }
        }
        BitSet ends = new BitSet();
        for (int state = query.region().nextSetBit(0);
                state >= 0;
                state = query.region().nextSetBit(state + 1)) {
            ends.set(state, cycle[state] != 0 || stuttersFairly(state, query));
        }
        return stem(query, ends).map(stem -> close(stem, query, cycle));
    }

    /** Whether staying in a state for ever owes nothing, and answers the query. */
    private boolean stuttersFairly(int state, LassoQuery query) {
        return query.visit().get(state) && graph.enabled(state).isEmpty();
    }

    /**
     * A shortest path from the first state to one of {@code ends} that stays in the region from a trigger on. Node
     * {@code 2 * s} is state {@code s} before that, {@code 2 * s + 1} after; passing a trigger costs no step.
     */
    private Optional<List<Integer>> stem(LassoQuery query, BitSet ends) {
        int[] parents = new int[2 * graph.size()];
        Arrays.fill(parents, UNSEEN);
        Ints queue = new Ints();
        see(2 * graph.initial(), ROOT, query, parents, queue);
        for (int head = 0; head < queue.size(); head++) {
            int node = queue.get(head);
            int state = node / 2;
            boolean triggered = node % 2 == 1;
            if (triggered && ends.get(state)) {
                return Optional.of(path(node, parents));
            }
            for (int edge = graph.first(state); edge < graph.end(state); edge++) {
                tick.run();
                int next = graph.target(edge);
                if (!triggered) {
                    see(2 * next, node, query, parents, queue);
                } else if (query.region().get(next) && parents[2 * next + 1] == UNSEEN) {
                    parents[2 * next + 1] = node;
                    queue.add(2 * next + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static void see(int node, int parent, LassoQuery query, int[] parents, Ints queue) {
        if (parents[node] == UNSEEN) {
            parents[node] = parent;
            queue.add(node);
        }
        if (query.trigger().get(node / 2) && parents[node + 1] == UNSEEN) {
            parents[node + 1] = parent;
            queue.add(node + 1);
        }
    }

    private static List<Integer> path(int end, int[] parents) {
        List<Integer> states = new ArrayList<>();
        for (int node = end; node != ROOT; node = parents[node]) {
            states.add(node / 2);
        }
        Collections.reverse(states);
        return states;
    }

    private Lasso close(List<Integer> stem, LassoQuery query, int[] cycle) {
        int entry = stem.getLast();
        List<Integer> states = new ArrayList<>(stem);
        if (!stuttersFairly(entry, query)) {
            states.addAll(new FairLoop(graph, units, query.visit(), cycle, tick).from(entry));
        }
        return new Lasso(states, stem.size() - 1);
    }
}
