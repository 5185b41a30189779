package dev.baton.graph;

import dev.baton.model.interpreter.State;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All reachable states of a system, and the steps between them.
 *
 * @param states breadth first: the first state is number 0
 * @param endings by state
 * @param predicates of those asked, the properties that one state decides (invariants and covers)
 * @param holding by state, which predicates hold
 * @param steps by state, in the order of the interpreter
 */
public record ReachableGraph(
        TransitionSystem system,
        List<State> states,
        List<Ending> endings,
        List<Property> predicates,
        List<BitSet> holding,
        List<List<Edge>> steps) {

    public ReachableGraph {
        states = List.copyOf(states);
        endings = List.copyOf(endings);
        predicates = List.copyOf(predicates);
        holding = List.copyOf(holding);
        steps = List.copyOf(steps);
    }

    /**
     * A step to another state or to the same.
     *
     * @param step as traces name it: {@code Spawn(0).send raise bell}
     * @param action the same whoever takes it, and whatever it chooses: {@code Spawn.send raise bell}
     * @param violates the names of the {@code step} properties that it refutes
     */
    public record Edge(int to, String step, String action, List<String> violates) {
        public Edge {
            violates = List.copyOf(violates);
        }
    }

    /** The names of the invariants that a state refutes. */
    List<String> violated(int state) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < predicates.size(); i++) {
            if (predicates.get(i).kind() != Property.Kind.COVER
                    && !holding.get(state).get(i)) {
                names.add(predicates.get(i).name());
            }
        }
        return names;
    }
}
