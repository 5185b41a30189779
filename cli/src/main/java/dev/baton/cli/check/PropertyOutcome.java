package dev.baton.cli.check;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Why;
import dev.baton.trace.minimize.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one property, as the designer named it. The two parts of an {@code until} are one: violated if either
 * is, unknown if either is and none is violated.
 *
 * @param property the part that decides
 * @param expectViolated what the check's {@code expect} says
 * @param why where the counterexample comes from, as far as that was found out
 * @param found what the trace cost as the engine gave it, before it was minimised
 */
public record PropertyOutcome(
        Property property, Verdict verdict, boolean expectViolated, Why why, Optional<Cost> found) {

    static List<PropertyOutcome> merged(Expected expected, List<CheckResult.Answer> answers) {
        Map<String, CheckResult.Answer> byName = new LinkedHashMap<>();
        for (CheckResult.Answer answer : answers) {
            byName.merge(answer.property().name(), answer, (a, b) -> rank(b.verdict()) > rank(a.verdict()) ? b : a);
        }
        List<PropertyOutcome> outcomes = new ArrayList<>();
        byName.forEach((name, a) -> outcomes.add(new PropertyOutcome(
                a.property(), a.verdict(), expected.violated(name), Why.NOTHING, Optional.empty())));
        return List.copyOf(outcomes);
    }

    /** Of two verdicts on parts of a property the higher one is the whole's. */
    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> 0;
            case Verdict.Unknown v -> 1;
            case Verdict.Violated v -> 2;
        };
    }

    PropertyOutcome with(Why reasons, Optional<Cost> before) {
        return new PropertyOutcome(property, verdict, expectViolated, reasons, before);
    }

    public String name() {
        return property.name();
    }

    /** {@code holds}, {@code violated} or {@code unknown}. */
    public String word() {
        return switch (verdict) {
            case Verdict.Holds v -> "holds";
            case Verdict.Violated v -> "violated";
            case Verdict.Unknown v -> "unknown";
        };
    }

    public boolean decided() {
        return !(verdict instanceof Verdict.Unknown);
    }

    public boolean violated() {
        return verdict instanceof Verdict.Violated;
    }

    /** Whether it came out as the check expects; what is unknown did not. */
    public boolean asExpected() {
        return decided() && violated() == expectViolated;
    }

    /** How far the verdict reaches, or why there is none. */
    public String guarantee() {
        return switch (verdict) {
            case Verdict.Holds v -> v.guarantee().toString();
            case Verdict.Violated v -> v.guarantee().toString();
            case Verdict.Unknown v -> v.reason();
        };
    }

    /** The counterexample, or for a cover that holds the witness. */
    public Optional<Trace> trace() {
        return switch (verdict) {
            case Verdict.Holds v -> v.witness();
            case Verdict.Violated v -> v.trace();
            case Verdict.Unknown v -> Optional.empty();
        };
    }
}
