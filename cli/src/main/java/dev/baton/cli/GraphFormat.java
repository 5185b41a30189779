package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import dev.baton.graph.DotText;
import dev.baton.graph.StateGraph;
import dev.baton.graph.draw.HtmlText;
import dev.baton.graph.draw.SvgText;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** What {@code baton graph} writes, by the end of the file's name. */
enum GraphFormat {
    DOT(".dot"),
    SVG(".svg"),
    HTML(".html");

    private final String suffix;

    GraphFormat(String suffix) {
        this.suffix = suffix;
    }

    /** @throws UsageException if no format has this end */
    static GraphFormat of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.suffix))
                .findFirst()
                .orElseThrow(() -> new UsageException("can't tell from `" + file
                        + "` what to write; a name that ends in .dot, .svg or .html says it"));
    }

    /** @throws dev.baton.graph.draw.LayoutCancelled if {@code cancelled} says so on the way */
    String text(StateGraph graph, BooleanSupplier cancelled) {
        return switch (this) {
            case DOT -> DotText.of(graph);
            case SVG -> SvgText.of(graph, cancelled);
            case HTML -> HtmlText.of(graph, cancelled);
        };
    }
}
