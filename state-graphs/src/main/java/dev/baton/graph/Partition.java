package dev.baton.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * same block.
     *
     * @param observed of a state; compared with {@code equals}
     */
    public static Partition bisimilar(ReachableGraph graph, IntFunction<?> observed) {
        int[] blocks = new Refinement(graph, by(graph, observed)).run();
        return by(graph, state -> blocks[state]);
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
