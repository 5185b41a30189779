package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which states follow which, steps that change nothing left out. There is one edge from a state to another, whatever
 * number of steps lead there, and it counts for the units of all of them. Edges are numbered by the state they leave.
 *
 * <p>A graph is made state by state, in the order of their numbers: {@link #edge} or {@link #beyond} for each step,
 * then {@link #close}.
 */
public final class Graph {
    private static final int BYTES_A_SET = 150;

    private final int initial;
    private final Ints ends = new Ints();
    private final Ints targets = new Ints();
    private final Labels labels = new Labels();
    private final Labels enabled = new Labels();

    private final List<BitSet> sets = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> unions = new HashMap<>();

    /** Of the state whose turn it is: the units of its steps so far. */
    private int all;

    /** @param initial the number of the first state */
    public Graph(int initial) {
        this.initial = initial;
        label(new BitSet());
    }

    /** The number of a set of units, to be given to {@link #edge}. */
    public int label(BitSet units) {
        return numbers.computeIfAbsent(units, set -> {
            sets.add(set);
            return sets.size() - 1;
        });
    }

    /** Adds a step from the state whose turn it is, which is not {@code target}. */
    public void edge(int target, int label) {
        all = union(all, label);
        for (int edge = size() == 0 ? 0 : ends.get(size() - 1); edge < targets.size(); edge++) {
            if (targets.get(edge) == target) {
                labels.set(edge, union(labels.get(edge), label));
                return;
            }
        }
        targets.add(target);
        labels.add(label);
    }

    /**
     * Adds a step from the state whose turn it is to one that is not in the graph: it can be taken, and no cycle takes
     * it.
     */
    public void beyond(int label) {
        all = union(all, label);
    }

    /** All steps of the state whose turn it was are there. */
    public void close() {
        ends.add(targets.size());
        enabled.add(all);
        all = 0;
    }

    private int union(int a, int b) {
        if (a == b || b == 0) {
            return a;
        }
        if (a == 0) {
            return b;
        }
        return unions.computeIfAbsent((long) a << 32 | b, _ -> {
            BitSet both = (BitSet) sets.get(a).clone();
            both.or(sets.get(b));
            return label(both);
        });
    }

    /** The first state. */
    public int initial() {
        return initial;
    }

    /** How many states there are. */
    public int size() {
        return ends.size();
    }

    /** How many edges there are. */
    public int edges() {
        return targets.size();
    }

    /** The first edge that leaves a state. */
    int first(int state) {
        return state == 0 ? 0 : ends.get(state - 1);
    }

    /** One more than the last edge that leaves a state. */
    int end(int state) {
        return ends.get(state);
    }

    int target(int edge) {
        return targets.get(edge);
    }

    /** The fair units that take an edge. */
    BitSet units(int edge) {
        return sets.get(labels.get(edge));
    }

    /** The fair units that can change a state. */
    BitSet enabled(int state) {
        return sets.get(enabled.get(state));
    }

    /** Bytes of memory that it takes, those of sets of units estimated. */
    public long bytes() {
        long sets = (long) BYTES_A_SET * (this.sets.size() + unions.size());
        return ends.bytes() + targets.bytes() + labels.bytes() + enabled.bytes() + sets;
    }
}
