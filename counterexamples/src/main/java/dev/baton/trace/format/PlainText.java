package dev.baton.trace.format;

import dev.baton.trace.StepAccount;
import dev.baton.trace.TraceStyle;
import dev.baton.trace.TraceText;
import java.util.List;

/** A trace as text. One that is evidence of nothing is a list of its steps. */
public final class PlainText {
    private PlainText() {}

    static String of(TraceDocument document) {
        return of(document, TraceStyle.PLAIN);
    }

    /** The text, each line ended by a newline. */
    public static String of(TraceDocument document, TraceStyle style) {
        return document.property()
                .map(p -> TraceText.render(document.system(), p, document.trace(), document.why(), style))
                .orElseGet(() -> behaviour(document, style));
    }

    private static String behaviour(TraceDocument document, TraceStyle style) {
        StringBuilder out = new StringBuilder();
        line(out, style.ink().bold(document.system().name() + ": " + document.title()));
        line(out, "");
        line(out, style.ink().bold("  first state"));
        StepAccount.beginning(document.system(), document.property(), document.trace())
                .forEach(text -> line(out, "      " + text));
        line(out, "");
        List<StepAccount> steps = StepAccount.of(document.system(), document.trace());
        int loop = document.trace().loop().orElse(-1);
        for (StepAccount step : steps) {
            if (step.number() == loop + 1) {
                line(out, style.ink().yellow("┌─ loop: from here on again and again"));
            }
            String number = Integer.toString(step.number());
            String where = step.where().isEmpty() ? "" : "   " + style.ink().dim(step.where());
            line(out, " ".repeat(Math.max(0, 5 - number.length())) + number + "  " + step.text() + where);
            step.messages().forEach(m -> line(out, "         " + style.ink().cyan(StepAccount.arrow(m))));
            step.changes().forEach(c -> line(out, "         " + c));
            step.error().ifPresent(e -> line(out, "         " + style.ink().red("✗ " + e)));
        }
        if (loop == steps.size()) {
            line(out, style.ink().yellow("■  stops here"));
        } else if (loop >= 0) {
            line(out, style.ink().yellow("└─ back to state " + loop));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
