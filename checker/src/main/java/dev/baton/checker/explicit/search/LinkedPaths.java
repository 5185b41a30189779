package dev.baton.checker.explicit.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Ways by the links that are kept with fingerprints: back by the links, then forward by the steps they name. */
final class LinkedPaths {

    private LinkedPaths() {}

    static List<List<long[]>> find(CompiledSystem system, ReachableStates reachable, List<Target> targets) {
        List<List<long[]>> ways = new ArrayList<>();
        for (Target target : targets) {
            ways.add(replay(system, steps(reachable, target)));
        }
        return ways;
    }

    private static Deque<Integer> steps(ReachableStates reachable, Target target) {
        Deque<Integer> steps = new ArrayDeque<>();
        long link = link(reachable, target.partition(), target.index());
        while (link != Link.NONE) {
            steps.push(Link.instance(link));
            link = link(reachable, Link.partition(link), Link.index(link));
        }
        return steps;
    }

    private static long link(ReachableStates reachable, int partition, long index) {
        return ((FingerprintPartition) reachable.partitions().get(partition)).link(index);
    }

    private static List<long[]> replay(CompiledSystem system, Deque<Integer> steps) {
        int words = system.words();
        long[] state = new long[words];
        system.initial(state, 0);
        List<long[]> way = new ArrayList<>();
        way.add(state);
        long[] to = new long[system.mostSuccessors() * words];
        int[] by = new int[system.mostSuccessors()];
        Representatives representatives = new Representatives(system);
        for (int step : steps) {
            int n = system.successors(state, 0, to, by, 0);
            int i = position(by, n, step);
            state = Arrays.copyOfRange(to, i * words, (i + 1) * words);
            representatives.represent(state, 0);
            way.add(state);
        }
        return way;
    }

    private static int position(int[] by, int n, int instance) {
        for (int i = 0; i < n; i++) {
            if (by[i] == instance) {
                return i;
            }
        }
        throw new IllegalStateException("the step of a link is not enabled");
    }
}
