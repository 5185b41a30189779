package dev.baton.checker.smt;

import dev.baton.checker.DepthBound;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.bounded.BoundedSearch;
import dev.baton.checker.smt.bounded.Found;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.Map;
import java.util.Optional;

/**
 * What a bounded search says of each property.
 *
 * @param stopped why the search did not get to its end, if so
 */
record BoundedAnswers(
        Interpreter interpreter, Map<Property, Found> found, BoundedSearch search, Optional<String> stopped) {

    Verdict verdict(Property property) {
        Optional<Trace> trace = Optional.ofNullable(found.get(property)).map(this::trace);
        if (trace.isPresent()) {
            return property.kind() == Property.Kind.COVER
                    ? new Verdict.Holds(new Guarantee.Witness(), trace)
                    : new Verdict.Violated(trace, new Guarantee.Counterexample());
        }
        if (search.farthest(property).isPresent()) {
            Guarantee guarantee =
                    new Guarantee.AllWithin(search.farthest(property).getAsInt());
            return property.kind() == Property.Kind.COVER
                    ? new Verdict.Violated(Optional.empty(), guarantee)
                    : Verdict.Holds.of(guarantee);
        }
        if (search.steps() < 0) {
            return new Verdict.Unknown(stopped.orElse("nothing was looked at"));
        }
        String bounded = DepthBound.reasonOfBehaviours(property.kind(), search.steps());
        return new Verdict.Unknown(stopped.map(why -> why + "; " + bounded).orElse(bounded));
    }

    /** Replayed by the interpreter: what it does not confirm is a bug of this engine, or of the solver. */
    private Trace trace(Found found) {
        Property property = found.property();
        return interpreter
                .replay(found.states(), found.loop())
                .filter(trace -> interpreter.shows(property, trace))
                .orElseThrow(() -> new IllegalStateException("the bounded search and the interpreter disagree on "
                        + property.name() + ": " + found.states()));
    }
}
