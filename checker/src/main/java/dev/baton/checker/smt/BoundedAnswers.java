package dev.baton.checker.smt;

import dev.baton.checker.DepthBound;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.bounded.Found;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.Optional;

/**
 * What a bounded search says of each property.
 *
 * @param reason why the search was stopped, if it was from outside
 */
record BoundedAnswers(Interpreter interpreter, BoundedRun run, Optional<String> reason) {

    Verdict verdict(Property property) {
        Optional<Trace> trace = Optional.ofNullable(run.found().get(property)).map(this::trace);
        if (trace.isPresent()) {
            return property.kind() == Property.Kind.COVER
                    ? new Verdict.Holds(new Guarantee.Witness(), trace)
                    : new Verdict.Violated(trace, new Guarantee.Counterexample());
        }
        Guarantee.Proof proof = run.proved().get(property);
        if (proof != null) {
            return absent(property, proof);
        }
        if (run.farthest().isPresent()) {
            return absent(property, new Guarantee.AllWithin(run.farthest().getAsInt()));
        }
        Optional<String> stopped = run.stopped().map(why -> reason.orElse(why));
        if (run.steps() < 0) {
            return new Verdict.Unknown(stopped.orElse("nothing was looked at"));
        }
        String bounded = DepthBound.reasonOfBehaviours(property.kind(), run.steps());
        return new Verdict.Unknown(stopped.map(why -> why + "; " + bounded).orElse(bounded));
    }

    /** There is no behaviour that violates a property, or comes to what is to be covered. */
    private static Verdict absent(Property property, Guarantee guarantee) {
        return property.kind() == Property.Kind.COVER
                ? new Verdict.Violated(Optional.empty(), guarantee)
                : Verdict.Holds.of(guarantee);
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
