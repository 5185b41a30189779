package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a property is as a trace shows it: its parts with what each is worth, as trees. */
public final class PropertyTree {
    private PropertyTree() {}

    /** Why a predicate is what it is. */
    public static Reason of(Expr predicate, Moment at) {
        return Explanation.why(predicate, List.of(at));
    }

    /** Of a trace that shows something about a property: what decides at its end, or in its loop. */
    public static Reason of(Interpreter interpreter, Property property, Trace trace) {
        int last = trace.steps().size();
        Moment end = new Moment(last, interpreter.evaluator(trace.last()), Environment.EMPTY);
        return switch (property.kind()) {
            case INVARIANT, LEMMA, COVER, WELL_DEFINED, OWNERSHIP ->
                StepFacts.error(interpreter.system(), trace.last())
                        .map(site -> new Reason(site.message(), "", List.of(), site.span()))
                        .orElseGet(() -> of(property.left(), end));
            case STEP ->
                of(
                        property.left(),
                        new Moment(
                                last, interpreter.evaluator(trace.state(last - 1), trace.last()), Environment.EMPTY));
            case DEADLOCK_FREE ->
                new Reason(
                        "nobody can step, and stopping is not right here", "", Waiting.of(interpreter, trace.last()));
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                Lasso.of(interpreter, property, trace)
                        .map(lasso -> ofLasso(interpreter, property, trace, lasso))
                        .orElse(Reason.leaf(property.name(), ""));
        };
    }

    private static Reason ofLasso(Interpreter interpreter, Property property, Trace trace, Lasso lasso) {
        List<Reason> because = new ArrayList<>();
        Optional<Moment> cause = lasso.cause();
        cause.ifPresent(m -> because.add(of(property.left(), m)));
        because.add(Explanation.why(lasso.awaited(), lasso.missing()));
        boolean stops = trace.loop().orElse(0) == trace.steps().size();
        if (stops && !interpreter.stopped(trace.last())) {
            because.addAll(Waiting.ofControl(interpreter, trace.last()));
        }
        String instance = lasso.instance().isEmpty() ? "" : "for " + lasso.instance();
        return new Reason((property.name() + " " + instance).strip(), "", because);
    }
}
