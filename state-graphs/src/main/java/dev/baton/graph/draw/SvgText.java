package dev.baton.graph.draw;

import dev.baton.graph.Ending;
import dev.baton.graph.NodeText;
import dev.baton.graph.StateGraph;
import dev.baton.graph.StateGraph.Edge;
import dev.baton.graph.StateGraph.Node;
import dev.baton.graph.draw.Drawing.Box;
import dev.baton.graph.draw.Drawing.Line;
import dev.baton.graph.draw.Drawing.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A graph as SVG, light and dark as its reader likes it. */
public final class SvgText {
    private static final double CORNER = 5;

    private SvgText() {}

    /**
     * A file of its own.
     *
     * @throws LayoutCancelled if {@code cancelled} says so on the way
     */
    public static String of(StateGraph graph, BooleanSupplier cancelled) {
        return of(graph, GraphLayout.of(graph, cancelled), Xml.resource("drawing.css"));
    }

    /** @param style CSS to go by */
    static String of(StateGraph graph, Drawing drawing, String style) {
        Xml xml = new Xml();
        xml.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("id", "graph")
                .attribute("role", "group")
                .attribute("width", number(drawing.width()))
                .attribute("height", number(drawing.height()))
                .attribute("viewBox", "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
        xml.element("title", graph.title());
        if (!style.isEmpty()) {
            xml.element("style", style);
        }
        arrow(xml, "arrow");
        arrow(xml, "arrow-bad");
        xml.open("g").attribute("id", "scene");
        for (int i = 0; i < graph.edges().size(); i++) {
            edge(graph.edges().get(i), drawing.lines().get(i), i, xml);
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            node(graph.nodes().get(i), drawing.boxes().get(i), xml);
        }
        return xml.close("g").close("svg").text();
    }

    private static void arrow(Xml xml, String id) {
        xml.open("marker")
                .attribute("id", id)
                .attribute("viewBox", "0 0 8 8")
                .attribute("refX", "7")
                .attribute("refY", "4")
                .attribute("markerUnits", "userSpaceOnUse")
                .attribute("markerWidth", "8")
                .attribute("markerHeight", "8")
                .attribute("orient", "auto-start-reverse");
        xml.open("path").attribute("d", "M0 0 L8 4 L0 8 z").close("path").close("marker");
    }

    private static void node(Node node, Box box, Xml xml) {
        StringBuilder classes = new StringBuilder("node");
        if (node.initial()) {
            classes.append(" initial");
        }
        if (!node.violates().isEmpty()) {
            classes.append(" bad");
        }
        if (node.ending() != Ending.NONE) {
            classes.append(" ").append(node.ending().name().toLowerCase(Locale.ROOT));
        }
        xml.open("g")
                .attribute("class", classes.toString())
                .attribute("id", "n" + node.number())
                .attribute("tabindex", "0")
                .attribute("role", "button")
                .attribute("aria-label", "state " + NodeText.heading(node));
        xml.element("title", String.join("\n", NodeText.lines(node)));
        rectangle(box, 0, xml);
        if (node.ending() != Ending.NONE) {
            rectangle(box, 3, xml);
        }
        texts(box.texts(), new Point(box.corner().x() + 8, box.corner().y() + 4), xml);
        xml.close("g");
    }

    private static void rectangle(Box box, double inset, Xml xml) {
        xml.open("rect")
                .attribute("x", number(box.corner().x() + inset))
                .attribute("y", number(box.corner().y() + inset))
                .attribute("width", number(box.width() - 2 * inset))
                .attribute("height", number(box.height() - 2 * inset))
                .attribute("rx", number(CORNER))
                .close("rect");
    }

    private static void edge(Edge edge, Line line, int number, Xml xml) {
        xml.open("g").attribute("class", edge.violates() ? "edge bad" : "edge").attribute("id", "e" + number);
        xml.element("title", edge.labels().stream().map(NodeText::label).collect(Collectors.joining("\n")));
        xml.open("path")
                .attribute("d", path(line.points()))
                .attribute("marker-end", edge.violates() ? "url(#arrow-bad)" : "url(#arrow)")
                .close("path");
        texts(line.texts(), line.corner(), xml);
        xml.close("g");
    }

    private static void texts(List<String> texts, Point corner, Xml xml) {
        double y = corner.y() + 11;
        for (String text : texts) {
            xml.open("text")
                    .attribute("x", number(corner.x()))
                    .attribute("y", number(y))
                    .content(text)
                    .close("text");
            y += Drawing.LINE;
        }
    }

    /** The line with its bends rounded. */
    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M" + pair(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point bend = points.get(i);
            path.append(" L").append(pair(towards(bend, points.get(i - 1))));
            path.append(" Q").append(pair(bend)).append(' ').append(pair(towards(bend, points.get(i + 1))));
        }
        return path.append(" L").append(pair(points.getLast())).toString();
    }

    private static Point towards(Point from, Point to) {
        double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double part = distance == 0 ? 0 : Math.min(CORNER, distance / 2) / distance;
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static String pair(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }
}
