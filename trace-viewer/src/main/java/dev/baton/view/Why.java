package dev.baton.view;

import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Property;
import dev.baton.trace.Explanation;
import dev.baton.trace.Lasso;
import dev.baton.trace.Moment;
import dev.baton.trace.Reason;
import dev.baton.trace.StepFacts;
import dev.baton.trace.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a trace shows what it shows, as one tree. */
final class Why {
    private final Interpreter interpreter;
    private final Property property;
    private final Trace trace;

    private Why(Interpreter interpreter, Property property, Trace trace) {
        this.interpreter = interpreter;
        this.property = property;
        this.trace = trace;
    }

    /** @param trace shows something about the property */
    static Optional<Reason> of(Interpreter interpreter, Property property, Trace trace) {
        return new Why(interpreter, property, trace).tree();
    }

    private Optional<Reason> tree() {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, COVER -> Optional.of(atTheEnd());
            case WELL_DEFINED, OWNERSHIP -> Optional.of(error().orElseGet(this::atTheEnd));
            case STEP -> Optional.of(overTheLastStep());
            case DEADLOCK_FREE ->
                Optional.of(new Reason(
                        "nobody can step, and stopping is not right here", "", Waiting.of(interpreter, trace.last())));
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                Lasso.of(interpreter, property, trace).map(this::lasso);
        };
    }

    private Reason atTheEnd() {
        Moment last = new Moment(trace.steps().size(), interpreter.evaluator(trace.last()), Environment.EMPTY);
        return Explanation.why(property.left(), List.of(last));
    }

    private Reason overTheLastStep() {
        int last = trace.steps().size();
        Moment over = new Moment(last, interpreter.evaluator(trace.state(last - 1), trace.last()), Environment.EMPTY);
        return Explanation.why(property.left(), List.of(over));
    }

    private Optional<Reason> error() {
        int last = trace.steps().size();
        if (last == 0) {
            return Optional.empty();
        }
        return new StepFacts(interpreter, trace.state(last - 1), trace.steps().getLast())
                .error()
                .map(ErrorSite::message)
                .map(message -> Reason.leaf(message, ""));
    }

    private Reason lasso(Lasso lasso) {
        List<Reason> parts = new ArrayList<>();
        lasso.cause().ifPresent(cause -> {
            Reason why = Explanation.why(property.left(), List.of(cause));
            parts.add(new Reason("from state " + cause.state() + " on", "", List.of(why)));
        });
        boolean stops = trace.loop().orElse(0) == trace.steps().size();
        String never = stops ? "and never again, for it stops here" : "and not once in the loop";
        parts.add(new Reason(
                lasso.cause().isPresent() ? never : never.replaceFirst("^and ", ""),
                "",
                List.of(Explanation.why(lasso.awaited(), lasso.missing()))));
        if (stops && !interpreter.stopped(trace.last())) {
            List<Reason> waiting = Waiting.ofControl(interpreter, trace.last());
            if (!waiting.isEmpty()) {
                parts.add(new Reason("who waits then", "", waiting));
            }
        }
        String instance = lasso.instance().isEmpty() ? "" : " for " + lasso.instance();
        return new Reason(property.name() + instance, "false", parts);
    }
}
