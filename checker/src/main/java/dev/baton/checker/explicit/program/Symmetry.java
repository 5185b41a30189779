package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.model.type.Type;
import java.util.List;

/**
 * An index type whose members nothing tells apart, and what it takes to exchange neighbours of them in a state.
 *
 * @param complete whether members that look alike can be exchanged without changing the state
 * @param exchanges number {@code i} is of members {@code i} and {@code i + 1}
 */
public record Symmetry(Type.Index type, boolean complete, List<Exchange> exchanges) {

    public Symmetry {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * Two members of an index type. A member's looks are what a state says of it, without the name of any member.
     *
     * @param falling whether the looks of the first are above those of the second, in some total order
     * @param alike whether the looks of both are the same
     * @param words the state in which each has the other's place
     */
    public record Exchange(Node falling, Node alike, List<Node> words) {
        public Exchange {
            words = List.copyOf(words);
        }
    }
}
