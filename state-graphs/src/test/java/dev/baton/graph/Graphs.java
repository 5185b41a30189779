package dev.baton.graph;

import dev.baton.graph.StateGraph.Edge;
import dev.baton.graph.StateGraph.Entry;
import dev.baton.graph.StateGraph.Label;
import dev.baton.graph.StateGraph.Node;
import java.util.ArrayList;
import java.util.List;

/** Small graphs to draw. */
public final class Graphs {
    /** What would do harm if it were not taken for text. */
    public static final String HOSTILE =
            "</title></script><script>alert(1)</script><img src=x onerror=\"alert('2')\"> & \\N \\l \"quoted\" ]]>"
                    + " \u2028 -->";

    private Graphs() {}

    /**
     * Two states, each with a step to the other, and one of them to itself; one violates, one is a dead end in words.
     */
    public static StateGraph named(String name) {
        Node first = node(0, true, Ending.NONE, List.of(), name);
        Node second = node(1, false, Ending.DEADLOCK, List.of(name), name);
        List<Edge> edges = List.of(
                new Edge(0, 0, List.of(new Label(name, List.of()))),
                new Edge(0, 1, List.of(new Label(name, List.of()), new Label("K.stop", List.of(name)))),
                new Edge(1, 0, List.of(new Label(name, List.of()))));
        return new StateGraph(name, name, List.of(first, second), edges, List.of(new Entry(name, name)), false);
    }

    /** Nodes one behind the other, and back to the first. */
    public static StateGraph path(int length) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            nodes.add(node(i, i == 0, Ending.NONE, List.of(), "n"));
            edges.add(new Edge(i, (i + 1) % length, List.of(new Label("K.go", List.of()))));
        }
        return new StateGraph("Path", "Path", nodes, edges, List.of(), false);
    }

    private static Node node(int number, boolean initial, Ending ending, List<String> violates, String name) {
        List<Entry> entries = List.of(new Entry(name, name));
        return new Node(number, initial, ending, violates, entries, entries, entries, 1);
    }
}
