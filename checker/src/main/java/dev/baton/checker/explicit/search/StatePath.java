package dev.baton.checker.explicit.search;

import java.util.List;

/**
 * A way through the graph.
 *
 * @param states from the first state on; each has all its words
 */
public record StatePath(List<long[]> states) {

    public StatePath {
        states = List.copyOf(states);
    }

    /** Steps from the first state to the last. */
    public int length() {
        return states.size() - 1;
    }
}
