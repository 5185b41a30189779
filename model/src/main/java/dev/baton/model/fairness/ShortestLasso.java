package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds a fair lasso with the fewest steps of stem and loop together, and of those one with the fewest steps that are
 * marked. A shortest stem to each state that lies on a fair cycle, in order of their distance; from each the shortest
 * way {@link RoundTrip round}. In time that grows with the number of units' subsets, so somebody else says when to
 * stop.
 */
public final class ShortestLasso {
    private static final int ROOT = -1;
    private static final int UNSEEN = -2;

    private final Graph graph;
    private final Obligations units;
    private final Marks marks;
    private final BooleanSupplier more;
    private boolean all = true;

    /** Which steps are marked. */
    public interface Marks {
        /** Whether every step from one state to another is marked. */
        boolean marked(int from, int to);
    }

    /**
     * @param lasso the best of those that were seen; empty if none was
     * @param all whether none was left out: then there is no better one within the bound
     */
    public record Answer(Optional<Lasso> lasso, boolean all) {}

    /** @param more asked before each move; false ends the search */
    public ShortestLasso(Graph graph, Obligations units, Marks marks, BooleanSupplier more) {
        this.graph = graph;
        this.units = units;
        this.marks = marks;
        this.more = more;
    }

    /** @param most steps of stem and loop together */
    public Answer find(LassoQuery query, int most) {
        if (query.trigger().isEmpty()) {
            return new Answer(Optional.empty(), true);
        }
        int[] cycle = new int[graph.size()];
        int cycles = 0;
        for (int[] states : new FairCycles(graph, units, () -> {}).within(query.region(), query.visit())) {
            cycles++;
            for (int state : states) {
                cycle[state] = cycles;
            }
        }
        return new Stems(query, cycle).best(most);
    }

    /**
     * Shortest paths from the first state. Node {@code 2 * s} is state {@code s}, {@code 2 * s + 1} the same with a
     * trigger passed and the region kept since; passing a trigger costs no step.
     */
    private final class Stems {
        private final LassoQuery query;
        private final int[] cycle;
        private final int[] parents = new int[2 * graph.size()];
        private final int[] depths = new int[2 * graph.size()];
        private final int[] marked = new int[2 * graph.size()];
        private final Ints queue = new Ints();
        private Optional<Lasso> best = Optional.empty();
        private int steps;
        private int least = Integer.MAX_VALUE;

        Stems(LassoQuery query, int[] cycle) {
            this.query = query;
            this.cycle = cycle;
            Arrays.fill(parents, UNSEEN);
        }

        Answer best(int most) {
            steps = most;
            see(2 * graph.initial(), ROOT, 0, 0);
            for (int head = 0; head < queue.size() && all; head++) {
                int node = queue.get(head);
                if (depths[node] > steps) {
                    break;
                }
                close(node);
                int state = node / 2;
                for (int edge = graph.first(state); edge < graph.end(state) && depths[node] < steps; edge++) {
                    if (!more.getAsBoolean()) {
                        all = false;
                        break;
                    }
                    int next = graph.target(edge);
                    int cost = marked[node] + (marks.marked(state, next) ? 1 : 0);
                    if (node % 2 == 0) {
                        see(2 * next, node, depths[node] + 1, cost);
                    } else if (query.region().get(next)) {
                        arrive(2 * next + 1, node, depths[node] + 1, cost);
                    }
                }
            }
            return new Answer(best, all);
        }

        private void see(int node, int parent, int depth, int cost) {
            arrive(node, parent, depth, cost);
            if (query.trigger().get(node / 2)) {
                arrive(node + 1, parent, depth, cost);
            }
        }

        /** Those of one distance are all known before the next distance begins. */
        private void arrive(int node, int parent, int depth, int cost) {
            if (parents[node] == UNSEEN) {
                queue.add(node);
                depths[node] = depth;
            } else if (depths[node] < depth || marked[node] <= cost) {
                return;
            }
            parents[node] = parent;
            marked[node] = cost;
        }

        /** Lassos whose loop begins here. */
        private void close(int node) {
            int state = node / 2;
            boolean triggered = node % 2 == 1;
            if (triggered && query.visit().get(state) && graph.enabled(state).isEmpty()) {
                offer(node, List.of(), marked[node]);
            }
            if (cycle[state] == 0 || !query.region().get(state) || depths[node] + 2 > steps) {
                return;
            }
            RoundTrip trip = new RoundTrip(graph, units, query, cycle, marks, more);
            trip.from(state, triggered, steps - depths[node])
                    .ifPresent(way -> offer(node, way.states(), marked[node] + way.marked()));
            all &= trip.all();
        }

        private void offer(int node, List<Integer> loop, int cost) {
            int length = depths[node] + loop.size();
            if (length > steps || (length == steps && cost >= least)) {
                return;
            }
            steps = length;
            least = cost;
            List<Integer> states = new ArrayList<>();
            for (int at = node; at != ROOT; at = parents[at]) {
                states.add(at / 2);
            }
            Collections.reverse(states);
            int entry = states.size() - 1;
            states.addAll(loop);
            best = Optional.of(new Lasso(states, entry));
        }
    }
}
