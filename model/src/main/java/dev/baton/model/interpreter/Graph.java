package dev.baton.model.interpreter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which states follow which, steps that change nothing left out. There is one edge from a state to another, whatever
 * number of steps lead there, and it counts for the units of all of them. Edges are numbered by the state they leave.
 */
final class Graph {
    private final Ints ends = new Ints();
    private final Ints targets = new Ints();
    private final Ints labels = new Ints();
    private final Ints enabled = new Ints();

    private final List<BitSet> sets = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();

    /** Adds the next state with its edges: the fair units of the steps to each other state. */
    void add(Map<Integer, BitSet> edges) {
        BitSet all = new BitSet();
        edges.forEach((target, units) -> {
            targets.add(target);
            labels.add(number(units));
            all.or(units);
        });
        ends.add(targets.size());
        enabled.add(number(all));
    }

    private int number(BitSet units) {
        return numbers.computeIfAbsent(units, set -> {
            sets.add(set);
            return sets.size() - 1;
        });
    }

    int size() {
        return ends.size();
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

    long bytes() {
        return ends.bytes() + targets.bytes() + labels.bytes() + enabled.bytes();
    }
}
