package dev.baton.trace.format;

import dev.baton.model.system.Origin;
import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.List;

/** The states of a trace as a path in the DOT language of Graphviz, each with what the step to it changed. */
final class DotText {
    private static final int WIDEST = 80;
    private static final int MOST_LINES = 24;

    private DotText() {}

    static String of(TraceDocument document) {
        List<StepAccount> steps = StepAccount.of(document.system(), document.trace());
        int loop = document.trace().loop().orElse(-1);
        StringBuilder dot = new StringBuilder("digraph ")
                .append(quoted(document.system().name()))
                .append(" {\n  label=")
                .append(quoted(document.system().name() + ": " + document.title()))
                .append(";\n  labelloc=t;\n")
                .append("  node [shape=box, style=rounded, fontname=\"monospace\", fontsize=10];\n")
                .append("  edge [fontname=\"monospace\", fontsize=9];\n");
        List<String> first = new ArrayList<>(List.of("first state"));
        first.addAll(StepAccount.beginning(document.system(), document.property(), document.trace()));
        dot.append("  s0 [label=").append(lines(first)).append(", style=\"rounded,bold\"];\n");
        for (StepAccount step : steps) {
            boolean closes = loop >= 0 && loop < steps.size() && step.number() == steps.size();
            if (!closes) {
                dot.append("  s").append(step.number()).append(" [label=").append(lines(state(step)));
                dot.append(bad(document, step, steps.size()) ? ", color=\"#c00000\", peripheries=2" : "")
                        .append("];\n");
            }
            String colour = step.kind() == Origin.Kind.FAULT ? ", color=\"#c00000\", fontcolor=\"#c00000\"" : "";
            String back = closes ? ", style=bold, constraint=false" : "";
            dot.append("  s").append(step.number() - 1).append(" -> s").append(closes ? loop : step.number());
            dot.append(" [label=")
                    .append(lines(edge(step)))
                    .append(colour)
                    .append(back)
                    .append("];\n");
        }
        if (loop == steps.size()) {
            dot.append("  s").append(loop).append(" -> s").append(loop);
            dot.append(" [label=\"stops here\", style=dashed];\n");
        }
        return dot.append("}\n").toString();
    }

    private static boolean bad(TraceDocument document, StepAccount step, int last) {
        boolean evidence = document.verdict().filter("violated"::equals).isPresent()
                && document.trace().loop().isEmpty();
        return step.error().isPresent() || (evidence && step.number() == last);
    }

    private static List<String> state(StepAccount step) {
        List<String> lines = new ArrayList<>(step.changes());
        step.error().ifPresent(e -> lines.add("✗ " + e));
        if (lines.isEmpty()) {
            lines.add("state " + step.number());
        }
        return lines;
    }

    private static List<String> edge(StepAccount step) {
        List<String> lines = new ArrayList<>(List.of(step.number() + "  " + step.text()));
        step.messages().forEach(m -> lines.add(StepAccount.arrow(m)));
        return lines;
    }

    private static String lines(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
        if (shown.size() < lines.size()) {
            shown.add("… and " + (lines.size() - shown.size()) + " more");
        }
        StringBuilder all = new StringBuilder("\"");
        shown.forEach(line -> all.append(escaped(Legible.quoted(line, WIDEST))).append("\\l"));
        return all.append('"').toString();
    }

    private static String quoted(String text) {
        return '"' + escaped(Legible.text(text)) + '"';
    }

    /** A string that means these characters: a backslash would begin an escape, an ampersand an entity. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
    }
}
