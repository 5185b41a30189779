package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A short fair loop within a set of states that has one. It goes home by the shortest way as soon as that makes it
 * fair, and otherwise to the nearest place that pays some of what it still owes.
 */
final class FairLoop {
    private final Graph graph;
    private final Obligations units;
    private final BitSet visit;
    private final int[] cycle;
    private final Runnable tick;

    /** Of the states that a way was looked for through, 1 + the one before; 0 between two such searches. */
    private final int[] parents;

    /**
     * @param visit states of which the loop must pass one
     * @param cycle for each state the number of the set it is in
     * @param tick is called now and then, and may throw to end the search
     */
    FairLoop(Graph graph, Obligations units, BitSet visit, int[] cycle, Runnable tick) {
        this.graph = graph;
        this.units = units;
        this.visit = visit;
        this.cycle = cycle;
        this.tick = tick;
        this.parents = new int[graph.size()];
    }

    /** The states of a loop from a state, which is the last and not the first of them. */
    List<Integer> from(int home) {
        List<Integer> path = new ArrayList<>(List.of(home));
        while (true) {
            List<Integer> loop = new ArrayList<>(path);
            if (path.size() == 1 || path.getLast() != home) {
                loop.addAll(way(path.getLast(), edge -> graph.target(edge) == home));
            }
            Debts debts = debts(loop);
            if (debts.none()) {
                return loop.subList(1, loop.size());
            }
            path.addAll(way(path.getLast(), debts::paidBy));
        }
    }

    /** What a loop owes. */
    private final class Debts {
        private final BitSet weak;
        private final BitSet strong;
        private final boolean visits;

        private Debts(Tally tally, boolean visits) {
            this.weak = tally.owedToWeak();
            this.strong = tally.owedToStrong();
            this.visits = visits;
        }

        boolean none() {
            return visits && weak.isEmpty() && strong.isEmpty();
        }

        /** Whether one more edge, and the state it leads to, would pay some. */
        boolean paidBy(int edge) {
            int target = graph.target(edge);
            return (!visits && visit.get(target))
                    || !covers(graph.enabled(target), weak)
                    || graph.units(edge).intersects(weak)
                    || graph.units(edge).intersects(strong);
        }
    }

    private static boolean covers(BitSet all, BitSet some) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            if (!all.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Debts debts(List<Integer> loop) {
        Tally tally = new Tally(units);
        for (int i = 1; i < loop.size(); i++) {
            tally.state(graph.enabled(loop.get(i)));
            tally.edge(graph.units(edge(loop.get(i - 1), loop.get(i))));
        }
        return new Debts(tally, loop.stream().anyMatch(visit::get));
    }

    private int edge(int from, int to) {
        int edge = graph.first(from);
        while (graph.target(edge) != to) {
            edge++;
        }
        return edge;
    }

    /** An edge, by its number, that a way may end with. */
    @FunctionalInterface
    private interface Goal {
        boolean reachedBy(int edge);
    }

    /** The states after {@code start} on a shortest way within its set that ends with such an edge. */
    private List<Integer> way(int start, Goal goal) {
        Ints queue = new Ints();
        queue.add(start);
        try {
            for (int head = 0; head < queue.size(); head++) {
                int state = queue.get(head);
                for (int edge = graph.first(state); edge < graph.end(state); edge++) {
                    tick.run();
                    int next = graph.target(edge);
                    if (cycle[next] != cycle[start]) {
                        continue;
                    }
                    if (goal.reachedBy(edge)) {
                        return path(start, state, next);
                    }
                    if (next != start && parents[next] == 0) {
                        parents[next] = state + 1;
                        queue.add(next);
                    }
                }
            }
        } finally {
            for (int i = 0; i < queue.size(); i++) {
                parents[queue.get(i)] = 0;
            }
        }
        throw new IllegalStateException("no way to what a fair cycle was found to have");
    }

    private List<Integer> path(int start, int last, int end) {
        List<Integer> states = new ArrayList<>(List.of(end));
        for (int at = last; at != start; at = parents[at] - 1) {
            states.add(at);
        }
        Collections.reverse(states);
        return states;
    }
}
