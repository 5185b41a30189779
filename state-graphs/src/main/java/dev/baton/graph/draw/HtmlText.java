package dev.baton.graph.draw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.graph.NodeText;
import dev.baton.graph.StateGraph;
import dev.baton.graph.StateGraph.Edge;
import dev.baton.graph.StateGraph.Entry;
import dev.baton.graph.StateGraph.Node;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A graph as one HTML page that needs nothing else: the drawing, to move about in with mouse or keys, and beside it the
 * whole of the state that is looked at. The page's policy lets it load nothing and run nothing but its own script.
 */
public final class HtmlText {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HtmlText() {}

    /** @throws LayoutCancelled if {@code cancelled} says so on the way */
    public static String of(StateGraph graph, BooleanSupplier cancelled) {
        String drawing = SvgText.of(graph, GraphLayout.of(graph, cancelled), "");
        StringBuilder page = new StringBuilder();
        String[] parts = Xml.resource("page.html").split("@@", -1);
        for (int i = 0; i < parts.length; i++) {
            page.append(i % 2 == 0 ? parts[i] : filled(parts[i], graph, drawing));
        }
        return page.toString();
    }

    private static String filled(String place, StateGraph graph, String drawing) {
        return switch (place) {
            case "TITLE" -> Xml.escaped(graph.title());
            case "STYLE" -> Xml.resource("drawing.css") + Xml.resource("page.css");
            case "SCRIPT" -> Xml.resource("page.js");
            case "DRAWING" -> drawing;
            case "DATA" -> script(data(graph).toString());
            default -> throw new IllegalStateException("page.html has no place " + place);
        };
    }

    /** JSON as a script element may hold it. */
    private static String script(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static ObjectNode data(StateGraph graph) {
        ObjectNode json = JSON.objectNode();
        ArrayNode nodes = json.putArray("nodes");
        graph.nodes().forEach(node -> nodes.add(node(node)));
        ArrayNode edges = json.putArray("edges");
        graph.edges().forEach(edge -> edges.add(edge(edge)));
        json.set("constant", entries(graph.constant()));
        return json;
    }

    private static ObjectNode node(Node node) {
        ObjectNode json = JSON.objectNode();
        json.put("heading", NodeText.heading(node));
        json.put("states", node.states());
        json.set("properties", entries(node.properties()));
        json.set("whole", entries(node.whole()));
        return json;
    }

    private static ObjectNode edge(Edge edge) {
        ObjectNode json = JSON.objectNode();
        json.put("from", edge.from());
        json.put("to", edge.to());
        ArrayNode labels = json.putArray("labels");
        edge.labels().forEach(label -> labels.add(NodeText.label(label)));
        return json;
    }

    private static ArrayNode entries(List<Entry> entries) {
        ArrayNode json = JSON.arrayNode();
        entries.forEach(entry -> json.addArray().add(entry.name()).add(entry.value()));
        return json;
    }
}
