package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.ir.Node;
import java.util.List;

/**
 * All of a system that becomes code.
 *
 * @param words longs a state
 * @param bits of a state that are in use
 * @param initial the words of the first state
 * @param mayStop in which states stopping is right
 * @param state bit {@code i} of what a state decides is whether predicate {@code i} is true
 * @param step the same for steps: words from {@code words} on are of the state after
 * @param symmetries the index types whose members may be exchanged
 * @param persistent steps that are enough in some states
 */
public record Program(
        int words,
        int bits,
        List<Long> initial,
        List<Instance> instances,
        Node mayStop,
        List<Node> state,
        List<Node> step,
        List<Symmetry> symmetries,
        List<Persistent> persistent) {

    public Program {
        initial = List.copyOf(initial);
        instances = List.copyOf(instances);
        state = List.copyOf(state);
        step = List.copyOf(step);
        symmetries = List.copyOf(symmetries);
        persistent = List.copyOf(persistent);
    }
}
