package dev.baton.checker.explicit.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms of one state as terms of another that leads to it. */
public final class Substitution {
    private final Terms terms;
    private final List<Node> words;
    private final Map<Node, Node> known = new HashMap<>();

    /** @param words what each word is replaced by */
    public Substitution(Terms terms, List<Node> words) {
        this.terms = terms;
        this.words = List.copyOf(words);
    }

    /** The term's value in the state that the words make. */
    public Node of(Node node) {
        Node found = known.get(node);
        if (found == null) {
            found = node.opcode() == Opcode.WORD
                    ? words.get((int) node.immediate(0))
                    : Rebuilding.of(node, this::of, terms);
            known.put(node, found);
        }
        return found;
    }
}
