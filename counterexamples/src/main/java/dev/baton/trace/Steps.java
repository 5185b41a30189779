package dev.baton.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbered steps of a trace, each with only what it changed and whom it told, and a bracket around the loop of a
 * lasso. That an IPI is delivered or a store reaches memory is a step of its own, and needs no arrow.
 */
final class Steps {
    private static final int NUMBER = 5;
    private static final int WIDEST_NAME = 28;
    private static final int WIDEST_TEXT = 60;

    private final Trace trace;
    private final Why why;
    private final TraceStyle style;
    private final List<StepFacts> steps = new ArrayList<>();
    private final int nameWidth;
    private final int textWidth;

    Steps(Interpreter interpreter, Trace trace, Why why, TraceStyle style) {
        this.trace = trace;
        this.why = why;
        this.style = style;
        for (int i = 0; i < trace.steps().size(); i++) {
            steps.add(new StepFacts(interpreter, trace.state(i), trace.steps().get(i)));
        }
        int names = steps.stream().mapToInt(s -> s.who().length()).max().orElse(0);
        nameWidth = Math.min(WIDEST_NAME, names);
        int places = steps.stream().mapToInt(s -> s.where().length()).max().orElse(0);
        int room = style.width() - margin("").length() - NUMBER - nameWidth - places - 5;
        int texts = steps.stream().mapToInt(s -> s.what().length()).max().orElse(0);
        textWidth = Math.max(20, Math.min(Math.min(room, WIDEST_TEXT), texts));
    }

    Page page() {
        Page page = new Page(style.width());
        int loop = trace.loop().orElse(-1);
        for (int i = 0; i < steps.size(); i++) {
            if (i == loop) {
                page.line(style.ink().yellow("┌─ loop: from here on again and again"));
            }
            Page step = new Page(style.width() - 2);
            if (why.matters(i)) {
                write(step, i + 1, steps.get(i), style.ink());
            } else {
                aside(step, i + 1, steps.get(i));
            }
            page.add(margin(loop >= 0 && i >= loop ? style.ink().yellow("│") : " "), step);
        }
        if (loop == steps.size()) {
            page.line(style.ink().yellow("■  stops here: nothing more has to happen"));
        } else if (loop >= 0) {
            page.line(style.ink()
                    .yellow("└─ back to " + (loop == 0 ? "the first state" : "the state after step " + loop)));
        }
        return page;
    }

    /** Room for the bracket, where the trace has a loop. */
    private String margin(String bracket) {
        return trace.loop().isPresent() ? (bracket.isEmpty() ? " " : bracket) + " " : "";
    }

    /** A step that the violation does without: dimmed, and a dot says so where there is no ink. */
    private void aside(Page page, int number, StepFacts step) {
        Page plain = new Page(page.width());
        write(plain, number, step, Ink.PLAIN);
        plain.lines().forEach(l -> page.line(style.ink().dim(l)));
    }

    private void write(Page page, int number, StepFacts step, Ink ink) {
        head(page, number, step, ink);
        int indent = NUMBER + 2;
        step.messages().stream()
                .filter(m -> m.kind() != Arrow.Kind.DELIVER && m.kind() != Arrow.Kind.DRAIN)
                .forEach(m -> page.text(indent, 4, MessageText.line(m), ink::cyan));
        for (Change change : style.full() ? step.changes() : step.telling()) {
            step.lines(change, page.width() - indent).forEach(l -> page.block(indent, 4, l));
        }
        step.error().ifPresent(e -> page.text(indent, 4, "✗ " + e.message(), ink::red));
    }

    private void head(Page page, int number, StepFacts step, Ink ink) {
        boolean fault = step.origin().kind() == Origin.Kind.FAULT;
        String digits = Integer.toString(number);
        String count = " ".repeat(Math.max(0, NUMBER - 2 - digits.length()))
                + digits
                + (why.matters(number - 1) ? "  " : " ·");
        String who = step.who();
        String padding = " ".repeat(Math.max(0, nameWidth - who.length()) + 2);
        int indent = count.length() + Math.max(nameWidth, who.length()) + 2;
        List<String> parts = Page.wrap(step.what(), textWidth, textWidth);
        String first = parts.getFirst();
        String place = " ".repeat(Math.max(0, textWidth - first.length()) + 3) + ink.dim(step.where());
        page.line(count
                + (fault ? ink.red(who) : ink.bold(who))
                + padding
                + first
                + (step.where().isEmpty() ? "" : place));
        parts.subList(1, parts.size()).forEach(p -> page.line(" ".repeat(indent + 2) + p));
    }
}
