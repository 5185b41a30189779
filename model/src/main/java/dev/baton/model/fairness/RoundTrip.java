package dev.baton.model.fairness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The shortest fair way from a state of a fair cycle back to it, and of those one with the fewest marked steps: breadth
 * first among pairs of a state and what the way has done so far for each unit.
 */
final class RoundTrip {
    private final Graph graph;
    private final Obligations units;
    private final LassoQuery query;
    private final int[] cycle;
    private final ShortestLasso.Marks marks;
    private final BooleanSupplier more;
    private final Map<Node, Arrival> known = new HashMap<>();
    private boolean all = true;

    RoundTrip(
            Graph graph,
            Obligations units,
            LassoQuery query,
            int[] cycle,
            ShortestLasso.Marks marks,
            BooleanSupplier more) {
        this.graph = graph;
        this.units = units;
        this.query = query;
        this.cycle = cycle;
        this.marks = marks;
        this.more = more;
    }

    /** @param states those after the first, which is the last of them */
    record Way(List<Integer> states, int marked) {}

    /**
     * What a way has done, none of which it can undo: bit {@code u} that unit {@code u} took a step, or, if weakly
     * fair, that it could not somewhere; {@code n + u} that a strongly fair one could; {@code 2n} that the query's
     * state was visited; {@code 2n + 1} that a trigger was passed.
     */
    private record Node(int state, BitSet done) {}

    private record Arrival(Optional<Node> from, int depth, int marked) {}

    /** Whether the search was not ended early. */
    boolean all() {
        return all;
    }

    Optional<Way> from(int start, boolean triggered, int most) {
        Map<Integer, Integer> back = distances(start, most);
        BitSet nothing = new BitSet();
        nothing.set(2 * units.size() + 1, triggered);
        Node first = new Node(start, at(start, nothing));
        known.put(first, new Arrival(Optional.empty(), 0, 0));
        Deque<Node> queue = new ArrayDeque<>(List.of(first));
        Optional<Arrival> end = Optional.empty();
        while (!queue.isEmpty() && all) {
            Node node = queue.remove();
            Arrival arrival = arrival(node);
            if (end.isPresent() && arrival.depth >= end.get().depth) {
                break;
            }
            for (int edge = graph.first(node.state); edge < graph.end(node.state); edge++) {
                int next = graph.target(edge);
                int depth = arrival.depth + 1;
                if (cycle[next] != cycle[start] || depth + back.getOrDefault(next, most) > most) {
                    continue;
                }
                if (!more.getAsBoolean()) {
                    all = false;
                    break;
                }
                int cost = arrival.marked + (marks.marked(node.state, next) ? 1 : 0);
                Node to = new Node(next, at(next, taken(graph.units(edge), node.done)));
                if (next == start && fair(to.done)) {
                    if (end.isEmpty() || cost < end.get().marked) {
                        end = Optional.of(new Arrival(Optional.of(node), depth, cost));
                    }
                } else {
                    arrive(to, new Arrival(Optional.of(node), depth, cost), queue);
                }
            }
        }
        return end.map(arrival -> new Way(path(start, arrival), arrival.marked));
    }

    private void arrive(Node node, Arrival arrival, Deque<Node> queue) {
        Arrival before = known.get(node);
        if (before == null) {
            queue.add(node);
        } else if (before.depth < arrival.depth || before.marked <= arrival.marked) {
            return;
        }
        known.put(node, arrival);
    }

    private Arrival arrival(Node node) {
        Arrival arrival = known.get(node);
        if (arrival == null) {
            throw new IllegalStateException("nobody came here");
        }
        return arrival;
    }

    private List<Integer> path(int start, Arrival end) {
        List<Integer> states = new ArrayList<>(List.of(start));
        Optional<Node> at = end.from;
        while (at.isPresent()) {
            Arrival arrival = arrival(at.get());
            if (arrival.from.isPresent()) {
                states.add(at.get().state);
            }
            at = arrival.from;
        }
        Collections.reverse(states);
        return states;
    }

    private BitSet at(int state, BitSet done) {
        BitSet enabled = graph.enabled(state);
        BitSet more = (BitSet) done.clone();
        for (int unit = 0; unit < units.size(); unit++) {
            if (units.weak().get(unit) && !enabled.get(unit)) {
                more.set(unit);
            }
            if (units.strong().get(unit) && enabled.get(unit)) {
                more.set(units.size() + unit);
            }
        }
        more.set(2 * units.size(), more.get(2 * units.size()) || query.visit().get(state));
        more.set(
                2 * units.size() + 1,
                more.get(2 * units.size() + 1) || query.trigger().get(state));
        return more;
    }

    private static BitSet taken(BitSet by, BitSet done) {
        BitSet more = (BitSet) done.clone();
        more.or(by);
        return more;
    }

    private boolean fair(BitSet done) {
        for (int unit = 0; unit < units.size(); unit++) {
            boolean owed = units.weak().get(unit) || (units.strong().get(unit) && done.get(units.size() + unit));
            if (owed && !done.get(unit)) {
                return false;
            }
        }
        return done.get(2 * units.size()) && done.get(2 * units.size() + 1);
    }

    /** How many steps it takes at least from each state of the cycle back to the start; none of more than so many. */
    private Map<Integer, Integer> distances(int start, int most) {
        Map<Integer, List<Integer>> before = new HashMap<>();
        Deque<Integer> reach = new ArrayDeque<>(List.of(start));
        Map<Integer, Integer> seen = new HashMap<>(Map.of(start, 0));
        while (!reach.isEmpty()) {
            int state = reach.remove();
            int depth = seen.getOrDefault(state, 0);
            for (int edge = graph.first(state); edge < graph.end(state) && depth < most; edge++) {
                int next = graph.target(edge);
                if (cycle[next] == cycle[start]) {
                    before.computeIfAbsent(next, _ -> new ArrayList<>()).add(state);
                    if (seen.putIfAbsent(next, depth + 1) == null) {
                        reach.add(next);
                    }
                }
            }
        }
        Map<Integer, Integer> back = new HashMap<>(Map.of(start, 0));
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int other : before.getOrDefault(state, List.of())) {
                if (back.putIfAbsent(other, back.getOrDefault(state, 0) + 1) == null) {
                    queue.add(other);
                }
            }
        }
        return back;
    }
}
