package dev.baton.graph;

import java.util.List;

/**
 * A graph in words, ready to be drawn.
 *
 * @param name of the protocol
 * @param title what it is of: the file, the check and its parameters
 * @param nodes by number; the first has the first state
 * @param edges by their beginnings, then by their ends; at most one from a node to another
 * @param constant what is the same in all states
 * @param merged whether nodes may stand for several states
 */
public record StateGraph(
        String name, String title, List<Node> nodes, List<Edge> edges, List<Entry> constant, boolean merged) {

    public StateGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        constant = List.copyOf(constant);
    }

    /** Something of a state, and what it is there. */
    public record Entry(String name, String value) {}

    /**
     * A state, or several that nothing tells apart.
     *
     * @param initial whether the first state is among them
     * @param violates the names of the invariants that it refutes
     * @param shown what is written into the node
     * @param whole what is not the same in all states of the graph; of several states what they have in common
     * @param properties predicates of properties and their truth
     * @param states how many it stands for
     */
    public record Node(
            int number,
            boolean initial,
            Ending ending,
            List<String> violates,
            List<Entry> shown,
            List<Entry> whole,
            List<Entry> properties,
            int states) {
        public Node {
            violates = List.copyOf(violates);
            shown = List.copyOf(shown);
            whole = List.copyOf(whole);
            properties = List.copyOf(properties);
        }
    }

    /**
     * What a step is called.
     *
     * @param violates the names of the {@code step} properties that it refutes
     */
    public record Label(String text, List<String> violates) {
        public Label {
            violates = List.copyOf(violates);
        }
    }

    /** All steps from one node to another, or to itself. */
    public record Edge(int from, int to, List<Label> labels) {
        public Edge {
            labels = List.copyOf(labels);
        }

        /** Whether some step refutes a property. */
        public boolean violates() {
            return labels.stream().anyMatch(label -> !label.violates().isEmpty());
        }
    }
}
