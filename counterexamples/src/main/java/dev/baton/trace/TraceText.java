package dev.baton.trace;

import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.Span;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A trace as text for a reader without a manual: what is violated, where it begins, who did what with only what that
 * changed, and at the end why the property does not hold (or, for a cover, that it is reached).
 */
public final class TraceText {
    private final Interpreter interpreter;
    private final Property property;
    private final Trace trace;
    private final Why why;
    private final TraceStyle style;
    private final Page page;

    private TraceText(TransitionSystem system, Property property, Trace trace, Why why, TraceStyle style) {
        this.interpreter = new Interpreter(system);
        this.property = property;
        this.trace = trace;
        this.why = why;
        this.style = style;
        this.page = new Page(style.width());
    }

    /** The text, each line ended by a newline. */
    public static String render(TransitionSystem system, Property property, Trace trace, TraceStyle style) {
        return render(system, property, trace, Why.NOTHING, style);
    }

    /** The same with where the violation comes from. */
    public static String render(TransitionSystem system, Property property, Trace trace, Why why, TraceStyle style) {
        TraceText text = new TraceText(system, property, trace, why, style);
        text.write();
        return String.join("\n", text.page.lines()) + "\n";
    }

    private void write() {
        headline();
        page.blank();
        List<String> first = FirstState.lines(interpreter.system(), property, trace, style.full());
        if (!first.isEmpty()) {
            page.text(2, 2, "first state", style.ink()::bold);
            first.forEach(l -> page.text(6, 4, l));
            page.blank();
        }
        page.add("", new Steps(interpreter, trace, why, style).page());
        page.blank();
        ending();
        story();
    }

    private void story() {
        if (!why.story().isEmpty()) {
            title("Why:");
            why.story().forEach(s -> page.text(4, 2, s + "."));
        }
        if (why.chain().stream().anyMatch(l -> l.text().contains(" "))) {
            title("How it came about:");
            for (Why.Link link : why.chain()) {
                page.block(4, 5, String.format(Locale.ROOT, "%3d  %s", link.step() + 1, link.text()));
            }
        }
    }

    private void headline() {
        boolean cover = property.kind() == Property.Kind.COVER;
        String verdict = cover ? " is reached" : " is violated";
        String what = property.name() + verdict + " (" + property.kind().word() + ") " + length();
        page.text(
                0,
                2,
                what,
                t -> style.ink().bold(cover ? style.ink().green(t) : style.ink().red(t)));
        Span span = property.span();
        if (span.known()) {
            String text = span.text().strip().replaceAll("\\s+", " ");
            page.text(2, 2, text);
            page.text(2, 2, span.file().name() + ":" + span.line(), style.ink()::dim);
        }
    }

    private String length() {
        int steps = trace.steps().size();
        if (trace.loop().isEmpty()) {
            return "after " + counted(steps);
        }
        int loop = trace.loop().getAsInt();
        return loop == steps
                ? "after " + counted(steps) + ", where it stops"
                : "after " + counted(loop) + " and " + counted(steps - loop) + " that can repeat for ever";
    }

    private static String counted(int steps) {
        return steps + (steps == 1 ? " step" : " steps");
    }

    private void ending() {
        Property.Kind kind = property.kind();
        switch (kind) {
            case INVARIANT, LEMMA, COVER -> here();
            case WELL_DEFINED, OWNERSHIP ->
                StepFacts.error(interpreter.system(), trace.last()).ifPresentOrElse(this::error, this::here);
            case STEP -> step();
            case DEADLOCK_FREE -> {
                title("Nobody can step, and stopping is not right here:");
                List<Reason> waiting = Waiting.of(interpreter, trace.last());
                waiting.forEach(this::tree);
                if (waiting.isEmpty()) {
                    tree(Reason.leaf("no task, action or handler is there to step", ""));
                }
            }
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                Lasso.of(interpreter, property, trace).ifPresent(this::lasso);
        }
    }

    private void here() {
        title(
                trace.steps().isEmpty()
                        ? "In the first state:"
                        : "After step " + trace.steps().size() + ":");
        tree(Explanation.why(property.left(), List.of(at(trace.last()))));
    }

    private Moment at(State state) {
        return new Moment(trace.steps().size(), interpreter.evaluator(state), Environment.EMPTY);
    }

    private void step() {
        int last = trace.steps().size();
        title("Over step " + last + " (x' is x after it):");
        Moment over = new Moment(last, interpreter.evaluator(trace.state(last - 1), trace.last()), Environment.EMPTY);
        tree(Explanation.why(property.left(), List.of(over)));
    }

    private void error(ErrorSite site) {
        title("Error: " + site.message());
        SourceQuote.lines(site.span(), style.width() - 4).forEach(l -> page.line("    " + l));
    }

    private void lasso(Lasso lasso) {
        String instance = lasso.instance().isEmpty() ? "" : "for " + lasso.instance() + ", ";
        String missing = PropertyTree.missing(property.kind(), stops()) + ":";
        Optional<Moment> cause = lasso.cause();
        if (cause.isPresent()) {
            title(sentence(instance + PropertyTree.from(cause.get().state()) + ":"));
            tree(Explanation.why(property.left(), List.of(cause.get())));
            title(missing);
        } else {
            title(sentence(instance + missing));
        }
        tree(Explanation.why(lasso.awaited(), lasso.missing()));
        if (stops() && !interpreter.stopped(trace.last())) {
            List<Reason> waiting = Waiting.ofControl(interpreter, trace.last());
            if (!waiting.isEmpty()) {
                title("Who waits then:");
                waiting.forEach(this::tree);
            }
        }
    }

    private boolean stops() {
        return trace.loop().orElse(0) == trace.steps().size();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void title(String text) {
        page.text(2, 2, text, style.ink()::bold);
    }

    private void tree(Reason reason) {
        reason.lines(style.width() - 4).forEach(l -> page.line("    " + l));
    }
}
