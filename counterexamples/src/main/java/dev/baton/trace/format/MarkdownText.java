package dev.baton.trace.format;

import dev.baton.model.source.Span;
import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A trace as Markdown for a bug report: what it shows, a table of its steps, a diagram, and the whole text. */
final class MarkdownText {
    /** Longer diagrams are refused by those that draw Mermaid (50,000 characters), or take minutes. */
    private static final int LARGEST_DIAGRAM = 40_000;

    private MarkdownText() {}

    static String of(TraceDocument document) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(quoted(document.title())).append("\n\n");
        document.property().ifPresent(p -> {
            Span span = p.span();
            if (span.known()) {
                out.append(fence("baton", span.text().strip().replaceAll("\\s+", " ")));
                out.append(quoted(span.file().name() + ":" + span.line())).append("\n\n");
            }
        });
        out.append("Protocol ").append(quoted(document.system().name()));
        out.append(", check ").append(quoted(document.check()));
        String parameters = document.system().parameters().stream()
                .map(p -> p.name() + " = " + p.value())
                .collect(Collectors.joining(", "));
        out.append(parameters.isEmpty() ? "" : " with " + quoted(parameters));
        document.engine().ifPresent(engine -> out.append(", found by ").append(quoted(engine)));
        out.append(".\n\n## Steps\n\n| | who | what | where | changes |\n|---:|---|---|---|---|\n");
        List<StepAccount> steps = StepAccount.of(document.system(), document.trace());
        int loop = document.trace().loop().orElse(-1);
        for (StepAccount step : steps) {
            String mark = loop >= 0 && step.number() > loop ? " ↻" : "";
            List<String> told = new ArrayList<>();
            step.messages().forEach(m -> told.add(quoted(StepAccount.arrow(m))));
            step.changes().forEach(c -> told.add(quoted(c)));
            step.error().ifPresent(e -> told.add("**" + quoted("✗ " + e) + "**"));
            out.append("| ").append(step.number()).append(mark);
            out.append(" | ").append(quoted(step.who()));
            out.append(" | ").append(quoted(step.what()));
            out.append(" | ").append(quoted(step.where()));
            out.append(" | ").append(String.join("<br>", told)).append(" |\n");
        }
        if (loop == steps.size()) {
            out.append("\nIt stops there.\n");
        } else if (loop >= 0) {
            out.append("\nSteps marked ↻ can repeat for ever.\n");
        }
        String diagram = MermaidText.of(document);
        if (diagram.length() <= LARGEST_DIAGRAM) {
            out.append("\n## Diagram\n\n").append(fence("mermaid", diagram));
        }
        return out.append("\n## In full\n\n")
                .append(fence("text", PlainText.of(document)))
                .toString();
    }

    /** A block of code, fenced by more back quotes than it has in a row. */
    private static String fence(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        String shown = text.lines().map(Legible::text).collect(Collectors.joining("\n"));
        return fence + language + "\n" + shown + "\n" + fence + "\n";
    }

    /** Text that means itself, also in a table. */
    private static String quoted(String text) {
        return Legible.text(text).replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1");
    }
}
