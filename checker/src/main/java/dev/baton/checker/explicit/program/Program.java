package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.ir.Node;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All of a system that becomes code.
 *
 * @param words longs a state
 * @param bits of a state that are in use
 * @param initial the words of the first state
 * @param unreset the instances without what they reset, with the same numbers, guards and marks
 * @param mayStop in which states stopping is right
 * @param state bit {@code i} of what a state decides is whether predicate {@code i} is true
 * @param step the same for steps: words from {@code words} on are of the state after
 * @param symmetries the index types whose members may be exchanged
 * @param persistent steps that are enough in some states
 * @param resets what the steps reset
 * @param reset the names of the variables that are reset somewhere
 */
public record Program(
        int words,
        int bits,
        List<Long> initial,
        List<Instance> instances,
        List<Instance> unreset,
        Node mayStop,
        List<Node> state,
        List<Node> step,
        List<Symmetry> symmetries,
        List<Persistent> persistent,
        Resets resets,
        Set<String> reset) {

    public Program {
        initial = List.copyOf(initial);
        instances = List.copyOf(instances);
        unreset = List.copyOf(unreset);
        state = List.copyOf(state);
        step = List.copyOf(step);
        symmetries = List.copyOf(symmetries);
        persistent = List.copyOf(persistent);
        reset = Collections.unmodifiableSet(new TreeSet<>(reset));
    }

    /** Its steps and symmetries, without what visits fewer states, and without anything asked. */
    public Program symmetryAlone() {
        return new Program(
                words,
                bits,
                initial,
                unreset,
                unreset,
                mayStop,
                List.of(),
                List.of(),
                symmetries,
                List.of(),
                Resets.NONE,
                Set.of());
    }
}
