package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Strongly connected components of parts of a graph, by the algorithm of Tarjan (Depth-first search and linear graph
 * algorithms, 1972) in the form of Pearce (A space-efficient algorithm for finding strongly connected components,
 * 2016), without recursion: twelve bytes a state.
 */
final class Components {
    private static final int UNVISITED = 1;
    private static final int FIRST_VISIT = 2;

    private final Graph graph;
    private final Runnable tick;

    /**
     * Of each state: negative, the number of its component, since that is known; 0 if it was in no part yet;
     * {@link #UNVISITED}; or the lowest visit that it is known to lead to.
     */
    private final int[] mark;

    private final int[] cursor;

    /** Those that lead to an earlier visit. */
    private final BitSet lowered = new BitSet();

    /** From the front those whose edges are being followed, from the back those without a component beyond them. */
    private final int[] stacks;

    private int components;

    /** @param tick is called now and then, and may throw to end the search */
    Components(Graph graph, Runnable tick) {
        int n = graph.size();
        this.graph = graph;
        this.tick = tick;
        this.mark = new int[n];
        this.cursor = new int[n];
        this.stacks = new int[n];
    }

    /** The components of two or more states in the part of the graph that has these states. */
    List<int[]> of(int[] states) {
        for (int state : states) {
            mark[state] = UNVISITED;
        }
        List<int[]> found = new ArrayList<>();
        int visited = FIRST_VISIT;
        int open = stacks.length;
        for (int root : states) {
            if (mark[root] != UNVISITED) {
                continue;
            }
            int depth = 0;
            enter(root, visited++);
            stacks[depth++] = root;
            while (depth > 0) {
                tick.run();
                int state = stacks[depth - 1];
                if (cursor[state] < graph.end(state)) {
                    int next = graph.target(cursor[state]++);
                    if (mark[next] == UNVISITED) {
                        enter(next, visited++);
                        stacks[depth++] = next;
                    } else {
                        lower(state, next);
                    }
                    continue;
                }
                depth--;
                if (lowered.get(state)) {
                    stacks[--open] = state;
                } else {
                    open = close(state, open, found);
                }
                if (depth > 0) {
                    lower(stacks[depth - 1], state);
                }
            }
        }
        return found;
    }

    private void enter(int state, int visit) {
        mark[state] = visit;
        lowered.clear(state);
        cursor[state] = graph.first(state);
    }

    /** A state leads to another, and so to what that leads to, unless that is in a component of its own. */
    private void lower(int state, int next) {
        if (mark[next] >= FIRST_VISIT && mark[next] < mark[state]) {
            mark[state] = mark[next];
            lowered.set(state);
        }
    }

    /** Takes the component of {@code root} off the open states. */
    private int close(int root, int open, List<int[]> found) {
        components++;
        int top = open;
        while (top < stacks.length && mark[stacks[top]] >= mark[root]) {
            mark[stacks[top]] = -components;
            top++;
        }
        mark[root] = -components;
        if (top > open) {
            int[] component = new int[top - open + 1];
            component[0] = root;
            System.arraycopy(stacks, open, component, 1, top - open);
            found.add(component);
        }
        return top;
    }

    /** Whether two states, one of them asked for last time, are in one component. */
    boolean together(int a, int b) {
        return mark[a] == mark[b];
    }
}
