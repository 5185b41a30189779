package dev.baton.graph;

import dev.baton.graph.StateGraph.Entry;
import dev.baton.graph.StateGraph.Label;
import dev.baton.graph.StateGraph.Node;
import java.util.ArrayList;
import java.util.List;

/** What is written into nodes and beside edges. */
public final class NodeText {
    private NodeText() {}

    /** The number and the marks of a node, then what it shows. */
    public static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(node));
        for (Entry entry : node.shown()) {
            lines.add(entry.name() + ": " + entry.value());
        }
        return lines;
    }

    /** {@code 3 · first state · deadlock · violates NoneLost}. */
    public static String heading(Node node) {
        List<String> words = new ArrayList<>();
        words.add(Integer.toString(node.number()));
        if (node.states() > 1) {
            words.add(node.states() + " states");
        }
        if (node.initial()) {
            words.add(node.states() > 1 ? "the first state among them" : "first state");
        }
        if (node.ending() != Ending.NONE) {
            words.add(node.ending().word());
        }
        if (!node.violates().isEmpty()) {
            words.add("violates " + String.join(", ", node.violates()));
        }
        return String.join(" · ", words);
    }

    /** {@code Spawn(0).send raise bell}, and which {@code step} properties it refutes. */
    public static String label(Label label) {
        return label.violates().isEmpty()
                ? label.text()
                : label.text() + " · violates " + String.join(", ", label.violates());
    }
}
