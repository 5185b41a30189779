package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;

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
        lasso.cause()
                .ifPresent(cause ->
                        because.add(new Reason(from(cause.state()), "", List.of(of(property.left(), cause)))));
        boolean stops = trace.loop().orElse(0) == trace.steps().size();
        because.add(new Reason(
                missing(property.kind(), stops), "", List.of(Explanation.why(lasso.awaited(), lasso.missing()))));
        if (stops && !interpreter.stopped(trace.last())) {
            List<Reason> waiting = Waiting.ofControl(interpreter, trace.last());
            if (!waiting.isEmpty()) {
                because.add(new Reason("who waits then", "", waiting));
            }
        }
        String instance = lasso.instance().isEmpty() ? "" : " for " + lasso.instance();
        return new Reason(property.name() + instance, "false", because, property.span());
    }

    /** Since when what is awaited does not come. */
    static String from(int state) {
        return state == 0 ? "from the first state on" : "from step " + state + " on";
    }

    /** How a lasso breaks a liveness property: what follows is the predicate that is awaited. */
    static String missing(Property.Kind kind, boolean stops) {
        return switch (kind) {
            case EVENTUALLY ->
                stops ? "this never held, and now never will" : "this never held, and does not in the loop";
            case ALWAYS_EVENTUALLY -> stops ? "from now on this never holds" : "in the loop this never holds";
            case EVENTUALLY_ALWAYS ->
                stops ? "this does not hold here, for ever" : "in the loop this keeps being false";
            case LEADS_TO -> stops ? "and never again, for it stops here" : "and not once in the loop";
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> "";
        };
    }
}
