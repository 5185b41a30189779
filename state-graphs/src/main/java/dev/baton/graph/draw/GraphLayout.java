package dev.baton.graph.draw;

import dev.baton.graph.NodeText;
import dev.baton.graph.StateGraph;
import dev.baton.graph.draw.Drawing.Box;
import dev.baton.graph.draw.Drawing.Line;
import dev.baton.graph.draw.Drawing.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays a graph out in layers, from the first state down. */
final class GraphLayout {
    /** From so many nodes on the layers are chosen the quick way. */
    private static final int LARGE = 500;

    /** Up to so many nodes they are placed the slow way, which is more compact. */
    private static final int SMALL = 150;

    private static final int WIDEST = 52;
    private static final int WIDEST_LABEL = 24;
    private static final int MOST_LINES = 24;
    private static final int MOST_LABELS = 4;
    private static final double MARGIN = 8;

    private final StateGraph graph;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    private GraphLayout(StateGraph graph) {
        this.graph = graph;
    }

    /** @throws LayoutCancelled if {@code cancelled} says so on the way */
    static Drawing of(StateGraph graph, BooleanSupplier cancelled) {
        return new GraphLayout(graph).drawing(cancelled);
    }

    private Drawing drawing(BooleanSupplier cancelled) {
        options();
        graph.nodes().forEach(node -> nodes.add(node(NodeText.lines(node))));
        nodes.getFirst().setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        graph.edges().forEach(edge -> edges.add(edge(edge)));
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        BasicProgressMonitor monitor = new BasicProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return cancelled.getAsBoolean();
            }
        };
        DeepStack.run(() -> new RecursiveGraphLayoutEngine().layout(root, monitor));
        if (cancelled.getAsBoolean()) {
            throw new LayoutCancelled();
        }
        return new Drawing(
                root.getWidth(),
                root.getHeight(),
                nodes.stream().map(GraphLayout::box).toList(),
                edges.stream().map(GraphLayout::line).toList());
    }

    private void options() {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(16));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 30.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 30.0);
        root.setProperty(CoreOptions.SPACING_EDGE_NODE, 14.0);
        root.setProperty(CoreOptions.SPACING_EDGE_EDGE, 12.0);
        root.setProperty(CoreOptions.SPACING_EDGE_LABEL, 4.0);
        // states are in the order in which they are found: what leads back is what is turned round
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        if (graph.nodes().size() <= SMALL) {
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        }
        if (graph.nodes().size() > LARGE) {
            root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
            root.setProperty(LayeredOptions.THOROUGHNESS, 1);
        }
    }

    private ElkNode node(List<String> texts) {
        ElkNode node = ElkGraphUtil.createNode(root);
        List<String> shown = few(texts, MOST_LINES);
        shown.forEach(text -> ElkGraphUtil.createLabel(text, node).setProperty(CoreOptions.NO_LAYOUT, true));
        node.setDimensions(width(shown) + 2 * MARGIN, shown.size() * Drawing.LINE + MARGIN);
        return node;
    }

    private ElkEdge edge(StateGraph.Edge edge) {
        ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
        List<String> shown = few(edge.labels().stream().map(NodeText::label).toList(), MOST_LABELS).stream()
                .flatMap(text -> wrapped(text).stream())
                .toList();
        // one label of several lines: ELK would spread them along the edge
        ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", shown), line);
        label.setDimensions(width(shown), shown.size() * Drawing.LINE);
        label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        return line;
    }

    /** Cut to what there is room for; the whole is told elsewhere. */
    private static List<String> few(List<String> texts, int most) {
        List<String> shown = new ArrayList<>();
        for (String text : texts) {
            if (shown.size() == most && texts.size() > most) {
                shown.add("… " + (texts.size() - most) + " more");
                break;
            }
            int length = text.codePointCount(0, text.length());
            shown.add(length <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…");
        }
        return shown;
    }

    /** In lines of about the same width as nodes: what is beside edges makes drawings wide. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDEST_LABEL) {
                lines.add(line);
                line = "  " + word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static double width(List<String> texts) {
        int widest = texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
        return widest * Drawing.CHARACTER;
    }

    private static Box box(ElkNode node) {
        return new Box(
                new Point(node.getX(), node.getY()),
                node.getWidth(),
                node.getHeight(),
                node.getLabels().stream().map(ElkLabel::getText).toList());
    }

    private static Line line(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        ElkLabel label = edge.getLabels().getFirst();
        return new Line(
                points,
                new Point(label.getX(), label.getY()),
                label.getText().lines().toList());
    }
}
