package dev.baton.graph;

import dev.baton.graph.ReachableGraph.Edge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Splits blocks until all states of each have the same signature: which labels lead to which blocks (Blom and Orzan,
 * <i>A distributed algorithm for strong bisimulation reduction of state spaces</i>, 2002). After a split the largest
 * part keeps the number of the block, and only the states before those that got another are looked at again: a state
 * gets another number as often as the logarithm of all at most.
 */
final class Refinement {
    private final int[] blocks;
    private final List<Set<Integer>> members = new ArrayList<>();
    private final List<List<Long>> moves = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private BitSet dirty = new BitSet();

    /** @param start blocks to begin with */
    Refinement(ReachableGraph graph, Partition start) {
        this.blocks = start.blocks().stream().mapToInt(Integer::intValue).toArray();
        for (int block = 0; block < start.size(); block++) {
            members.add(new LinkedHashSet<>());
        }
        for (int state = 0; state < blocks.length; state++) {
            members.get(blocks[state]).add(state);
            before.add(new ArrayList<>());
        }
        Map<List<Object>, Integer> labels = new HashMap<>();
        for (int state = 0; state < blocks.length; state++) {
            List<Long> from = new ArrayList<>();
            for (Edge edge : graph.steps().get(state)) {
                List<Object> label = List.of(edge.action(), edge.violates());
                int number = labels.computeIfAbsent(label, _ -> labels.size());
                from.add((long) number << 32 | edge.to());
                before.get(edge.to()).add(state);
            }
            moves.add(from);
        }
        dirty.set(0, blocks.length);
    }

    /** The block of each state in the end. */
    int[] run() {
        while (!dirty.isEmpty()) {
            // all signatures of a round are of the same numbering
            Map<Integer, List<Set<Integer>>> parts = new TreeMap<>();
            for (Map.Entry<Integer, List<Integer>> block : dirtyByBlock().entrySet()) {
                parts.put(block.getKey(), parts(block.getKey(), block.getValue()));
            }
            dirty = new BitSet();
            parts.forEach(this::split);
        }
        return blocks.clone();
    }

    private Map<Integer, List<Integer>> dirtyByBlock() {
        Map<Integer, List<Integer>> found = new TreeMap<>();
        dirty.stream()
                .forEach(state -> found.computeIfAbsent(blocks[state], _ -> new ArrayList<>())
                        .add(state));
        return found;
    }

    /**
     * What leaves a block, part by part: all but its largest part. Its states that are not dirty have one signature.
     */
    private List<Set<Integer>> parts(int block, List<Integer> changed) {
        Set<Integer> all = members.get(block);
        Map<Set<Long>, Set<Integer>> bySignature = new LinkedHashMap<>();
        int unchanged = all.size() - changed.size();
        if (unchanged > 0) {
            bySignature.put(signature(clean(all).findFirst().orElseThrow()), new LinkedHashSet<>());
        }
        for (int state : changed) {
            bySignature
                    .computeIfAbsent(signature(state), _ -> new LinkedHashSet<>())
                    .add(state);
        }
        List<Set<Integer>> parts = new ArrayList<>(bySignature.values());
        int largest = 0;
        for (int i = 1; i < parts.size(); i++) {
            int most = parts.get(largest).size() + (largest == 0 ? unchanged : 0);
            largest = parts.get(i).size() > most ? i : largest;
        }
        if (largest > 0) {
            clean(all).forEach(parts.getFirst()::add);
        }
        parts.remove(largest);
        return parts;
    }

    private Stream<Integer> clean(Set<Integer> states) {
        return states.stream().filter(state -> !dirty.get(state));
    }

    private Set<Long> signature(int state) {
        Set<Long> signature = new HashSet<>();
        for (long move : moves.get(state)) {
            signature.add(move >>> 32 << 32 | blocks[(int) move]);
        }
        return signature;
    }

    private void split(int block, List<Set<Integer>> parts) {
        for (Set<Integer> part : parts) {
            members.get(block).removeAll(part);
            for (int state : part) {
                blocks[state] = members.size();
                before.get(state).forEach(dirty::set);
            }
            members.add(part);
        }
    }
}
