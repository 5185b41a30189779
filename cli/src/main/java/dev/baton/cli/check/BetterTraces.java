package dev.baton.cli.check;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import dev.baton.trace.Why;
import dev.baton.trace.minimize.Cost;
import dev.baton.trace.minimize.Minimizer;
import dev.baton.trace.minimize.Minimizer.Length;
import dev.baton.trace.why.WhyFinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every trace of an engine minimised, and every counterexample explained, before anybody sees it. */
final class BetterTraces {
    /** So many steps may be tried for each trace. */
    private static final int STEPS = 40_000;

    /** So many steps may be tried to find out where each counterexample comes from. */
    private static final int WHY_STEPS = 20_000;

    private final Interpreter interpreter;
    private final Length length;
    private final Interruption interruption;
    private final Map<Property, Cost> found = new HashMap<>();

    /** @param length what the engine says of its traces, but for lassos, which need not be shortest */
    BetterTraces(PlannedCheck check, Length length, Interruption interruption) {
        this.interpreter = new Interpreter(check.system());
        this.length = length;
        this.interruption = interruption;
    }

    List<CheckResult.Answer> of(List<CheckResult.Answer> answers) {
        return answers.stream()
                .map(a -> new CheckResult.Answer(a.property(), verdict(a.property(), a.verdict())))
                .toList();
    }

    /** With what its trace cost before, and of a violated property where its counterexample comes from. */
    PropertyOutcome explained(PropertyOutcome outcome) {
        Optional<Trace> trace = outcome.trace();
        if (trace.isEmpty()) {
            return outcome;
        }
        Why why = outcome.violated()
                ? WhyFinder.of(
                        interpreter, outcome.property(), trace.get(), new Effort(WHY_STEPS, interruption::interrupted))
                : Why.NOTHING;
        return outcome.with(why, Optional.ofNullable(found.get(outcome.property())));
    }

    private Verdict verdict(Property property, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds holds -> new Verdict.Holds(holds.guarantee(), trace(property, holds.witness()));
            case Verdict.Violated violated ->
                new Verdict.Violated(trace(property, violated.trace()), violated.guarantee());
            case Verdict.Unknown unknown -> unknown;
        };
    }

    private Optional<Trace> trace(Property property, Optional<Trace> trace) {
        Length known = property.kind().liveness() ? Length.ANY : length;
        trace.ifPresent(t -> found.put(property, Cost.of(t)));
        return trace.map(
                t -> Minimizer.of(interpreter, property, t, known, new Effort(STEPS, interruption::interrupted)));
    }
}
