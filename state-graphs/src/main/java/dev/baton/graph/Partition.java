package dev.baton.graph;

import dev.baton.graph.ReachableGraph.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * States in blocks; each block becomes a node of the picture.
 *
 * @param blocks by state, the number of its block; numbered by their first states
 * @param size how many blocks there are
 */
public record Partition(List<Integer> blocks, int size) {
    public Partition {
        blocks = List.copyOf(blocks);
    }

    /** Every state by itself. */
    public static Partition discrete(ReachableGraph graph) {
        return by(graph, state -> state);
    }

    /**
     * The coarsest strong bisimulation that keeps apart what is observed: two states are in one block exactly if the
     * same is observed of them, and for every step of either there is one of the same action from the other, into the
     * same block. By refinement with signatures (Blom and Orzan, <i>Distributed branching bisimulation reduction of
     * state spaces</i>, 2003), round by round until no block is split.
     *
     * @param observed of a state; compared with {@code equals}
     */
    public static Partition bisimilar(ReachableGraph graph, IntFunction<?> observed) {
        Partition partition = by(graph, observed);
        while (true) {
            Partition coarser = partition;
            Partition finer =
                    by(graph, state -> new Signature(coarser.blocks.get(state), moves(graph, coarser, state)));
            if (finer.size == coarser.size) {
                return coarser;
            }
            partition = finer;
        }
    }

    private record Move(String action, List<String> violates, int to) {}

    private record Signature(int block, Set<Move> moves) {}

    private static Set<Move> moves(ReachableGraph graph, Partition partition, int state) {
        Set<Move> moves = new HashSet<>();
        for (Edge edge : graph.steps().get(state)) {
            moves.add(new Move(edge.action(), edge.violates(), partition.blocks.get(edge.to())));
        }
        return moves;
    }

    private static Partition by(ReachableGraph graph, IntFunction<?> key) {
        Map<Object, Integer> numbers = new HashMap<>();
        Integer[] blocks = new Integer[graph.states().size()];
        for (int state = 0; state < blocks.length; state++) {
            Object of = key.apply(state);
            Integer known = numbers.putIfAbsent(of, numbers.size());
            blocks[state] = known == null ? numbers.size() - 1 : known;
        }
        return new Partition(List.of(blocks), numbers.size());
    }
}
