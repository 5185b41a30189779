package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strongly connected components of parts of a graph, by the algorithm of Tarjan (Depth-first search and linear graph
 * algorithms, 1972) without recursion.
 */
final class Components {
    private final Graph graph;
    private final Runnable tick;

    private final int[] part;
    private final int[] index;
    private final int[] low;
    private final int[] cursor;
    private final int[] component;
    private int parts;
    private int components;

    private final int[] open;
    private final int[] calls;

    /** @param tick is called now and then, and may throw to end the search */
    Components(Graph graph, Runnable tick) {
        int n = graph.size();
        this.graph = graph;
        this.tick = tick;
        this.part = new int[n];
        this.index = new int[n];
        this.low = new int[n];
        this.cursor = new int[n];
        this.component = new int[n];
        this.open = new int[n];
        this.calls = new int[n];
    }

    /** The components of two or more states in the part of the graph that has these states. */
    List<int[]> of(int[] states) {
        parts++;
        for (int state : states) {
            part[state] = parts;
            index[state] = 0;
            component[state] = 0;
        }
        List<int[]> found = new ArrayList<>();
        int visited = 0;
        int opened = 0;
        for (int root : states) {
            if (index[root] != 0) {
                continue;
            }
            int depth = 0;
            visited = enter(root, visited);
            open[opened++] = root;
            calls[depth++] = root;
            while (depth > 0) {
                tick.run();
                int state = calls[depth - 1];
                if (cursor[state] < graph.end(state)) {
                    int next = graph.target(cursor[state]++);
                    if (part[next] != parts) {
                        continue;
                    }
                    if (index[next] == 0) {
                        visited = enter(next, visited);
                        open[opened++] = next;
                        calls[depth++] = next;
                    } else if (component[next] == 0) {
                        low[state] = Math.min(low[state], index[next]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    low[calls[depth - 1]] = Math.min(low[calls[depth - 1]], low[state]);
                }
                if (low[state] == index[state]) {
                    opened = close(state, opened, found);
                }
            }
        }
        return found;
    }

    private int enter(int state, int visited) {
        index[state] = visited + 1;
        low[state] = visited + 1;
        cursor[state] = graph.first(state);
        return visited + 1;
    }

    /** Takes the component of {@code root} off the open states. */
    private int close(int root, int opened, List<int[]> found) {
        components++;
        int bottom = opened;
        do {
            bottom--;
            component[open[bottom]] = components;
        } while (open[bottom] != root);
        if (opened - bottom > 1) {
            found.add(Arrays.copyOfRange(open, bottom, opened));
        }
        return bottom;
    }

    /** Whether two states, both asked for last time, are in one component. */
    boolean together(int a, int b) {
        return component[a] == component[b];
    }
}
