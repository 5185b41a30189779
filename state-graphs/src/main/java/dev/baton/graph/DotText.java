package dev.baton.graph;

import dev.baton.graph.StateGraph.Edge;
import dev.baton.graph.StateGraph.Label;
import dev.baton.graph.StateGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A graph in the DOT language of Graphviz. */
public final class DotText {
    private DotText() {}

    public static String of(StateGraph graph) {
        StringBuilder dot =
                new StringBuilder("digraph ").append(quoted(graph.name())).append(" {\n");
        dot.append("  label=").append(quoted(graph.title())).append(";\n");
        dot.append("  labelloc=t;\n");
        dot.append("  node [shape=box, style=rounded, fontname=\"monospace\", fontsize=10];\n");
        dot.append("  edge [fontname=\"monospace\", fontsize=9];\n");
        graph.nodes().forEach(node -> dot.append("  ").append(node(node)).append('\n'));
        graph.edges().forEach(edge -> dot.append("  ").append(edge(edge)).append('\n'));
        return dot.append("}\n").toString();
    }

    private static String node(Node node) {
        List<String> attributes = new ArrayList<>();
        attributes.add("label="
                + quoted(NodeText.lines(node).stream().map(line -> line + "\n").collect(Collectors.joining())));
        List<String> styles = new ArrayList<>(List.of("rounded"));
        if (node.initial()) {
            styles.add("bold");
        }
        if (!node.violates().isEmpty()) {
            styles.add("filled");
            attributes.add("fillcolor=\"#ffd6d6\"");
        }
        switch (node.ending()) {
            case NONE -> {}
            case TERMINAL -> attributes.add("peripheries=2");
            case DEADLOCK, ERROR -> attributes.addAll(List.of("peripheries=2", "color=\"#c00000\""));
        }
        attributes.add("style=" + quoted(String.join(",", styles)));
        return "n" + node.number() + " [" + String.join(", ", attributes) + "];";
    }

    private static String edge(Edge edge) {
        String label = edge.labels().stream().map(DotText::text).collect(Collectors.joining());
        String colour = edge.violates() ? ", color=\"#c00000\", fontcolor=\"#c00000\"" : "";
        return "n" + edge.from() + " -> n" + edge.to() + " [label=" + quoted(label) + colour + "];";
    }

    private static String text(Label label) {
        return NodeText.label(label) + "\n";
    }

    /** A string that means these characters, with each line to the left: a backslash would begin an escape. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\l");
                default -> quoted.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c);
            }
        });
        return quoted.append('"').toString();
    }
}
