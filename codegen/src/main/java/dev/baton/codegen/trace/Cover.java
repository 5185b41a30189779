package dev.baton.codegen.trace;

import dev.baton.codegen.trace.StateGraph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Paths from the first state that together take every step of a graph. Greedy: from where a path is it goes to the
 * nearest step that none has taken yet; a path ends where there is none ahead, or when it is long.
 */
final class Cover {
    /** Steps after which a path takes no new detour. */
    private static final int LONG = 500;

    private final StateGraph graph;
    private final BitSet taken = new BitSet();
    private final int[] open;

    private Cover(StateGraph graph) {
        this.graph = graph;
        this.open = new int[graph.states().size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = graph.edges().get(i).size();
        }
    }

    /** The paths. */
    static List<List<Edge>> paths(StateGraph graph) {
        Cover cover = new Cover(graph);
        List<List<Edge>> paths = new ArrayList<>();
        while (cover.taken.cardinality() < graph.transitions()) {
            paths.add(cover.path());
        }
        return paths;
    }

    private List<Edge> path() {
        List<Edge> path = new ArrayList<>();
        int at = 0;
        while (path.isEmpty() || path.size() < LONG) {
            List<Edge> ahead = nearest(at);
            if (ahead.isEmpty()) {
                break;
            }
            int from = at;
            for (Edge e : ahead) {
                if (!taken.get(e.id())) {
                    taken.set(e.id());
                    open[from]--;
                }
                path.add(e);
                from = e.target();
            }
            at = from;
        }
        return path;
    }

    /** The shortest way to a step that no path has taken, with that step; empty if none can be reached. */
    private List<Edge> nearest(int start) {
        Edge[] into = new Edge[open.length];
        int[] before = new int[open.length];
        Arrays.fill(before, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        before[start] = start;
        while (!queue.isEmpty()) {
            int at = queue.removeFirst();
            if (open[at] > 0) {
                Deque<Edge> way = new ArrayDeque<>();
                way.addFirst(graph.edges().get(at).stream()
                        .filter(e -> !taken.get(e.id()))
                        .findFirst()
                        .orElseThrow());
                for (int state = at; state != start; state = before[state]) {
                    way.addFirst(into[state]);
                }
                return List.copyOf(way);
            }
            for (Edge e : graph.edges().get(at)) {
                if (before[e.target()] < 0) {
                    before[e.target()] = at;
                    into[e.target()] = e;
                    queue.addLast(e.target());
                }
            }
        }
        return List.of();
    }

    /** A walk that takes any step, for so many steps or until there is none. */
    static List<Edge> walk(StateGraph graph, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Edge> walk = new ArrayList<>();
        int at = 0;
        while (walk.size() < length && !graph.edges().get(at).isEmpty()) {
            List<Edge> steps = graph.edges().get(at);
            Edge e = steps.get(random.nextInt(steps.size()));
            walk.add(e);
            at = e.target();
        }
        return walk;
    }
}
