package dev.baton.checker.smt.facts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** On the paths of a graph some edges count: how often, at most, from each node (by Tarjan's components, 1972). */
final class LongestCounts {
    private final List<int[]> next;
    private final int[] found;
    private final int[] low;
    private final int[] component;
    private final int[] position;
    private final int[] longest;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int order;
    private int components;

    /** @param next of each node where its edges lead, as {@code 2 * node}, and 1 more if the edge counts */
    LongestCounts(List<int[]> next) {
        this.next = next;
        this.found = new int[next.size()];
        this.low = new int[next.size()];
        this.component = new int[next.size()];
        this.position = new int[next.size()];
        this.longest = new int[next.size()];
        Arrays.fill(component, -1);
    }

    /** Of each node; empty if some path counts for ever. */
    Optional<int[]> of() {
        for (int root = 0; root < next.size(); root++) {
            if (found[root] == 0 && !visit(root)) {
                return Optional.empty();
            }
        }
        return Optional.of(longest);
    }

    private void enter(int node, Deque<Integer> path) {
        order++;
        found[node] = order;
        low[node] = order;
        open.push(node);
        path.push(node);
    }

    private boolean visit(int root) {
        Deque<Integer> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            int node = path.peek();
            if (position[node] < next.get(node).length) {
                int there = next.get(node)[position[node]++] >> 1;
                if (found[there] == 0) {
                    enter(there, path);
                } else if (component[there] < 0) {
                    low[node] = Math.min(low[node], found[there]);
                }
                continue;
            }
            path.pop();
            if (!path.isEmpty()) {
                low[path.peek()] = Math.min(low[path.peek()], low[node]);
            }
            if (low[node] == found[node] && !close(node)) {
                return false;
            }
        }
        return true;
    }

    /** A component is complete; false if one of its own edges counts. */
    private boolean close(int root) {
        int number = components++;
        Deque<Integer> members = new ArrayDeque<>();
        int member;
        do {
            member = open.pop();
            component[member] = number;
            members.push(member);
        } while (member != root);
        int most = 0;
        for (int node : members) {
            for (int edge : next.get(node)) {
                int there = edge >> 1;
                int counts = edge & 1;
                if (component[there] == number && counts == 1) {
                    return false;
                }
                most = Math.max(most, counts + (component[there] == number ? 0 : longest[there]));
            }
        }
        for (int node : members) {
            longest[node] = most;
        }
        return true;
    }
}
