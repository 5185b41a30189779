package dev.baton.cli.check;

import dev.baton.checker.CheckResult;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one engine made of one check.
 *
 * @param refused whether the engine said that it can't serve this check, and did nothing
 * @param properties those of one name merged, in the order of the system
 */
public record Outcome(
        PlannedCheck check, String engine, boolean refused, CheckResult result, List<PropertyOutcome> properties) {
    public Outcome {
        properties = List.copyOf(properties);
    }

    public static Outcome of(PlannedCheck check, String engine, CheckResult result) {
        return new Outcome(check, engine, false, result, PropertyOutcome.merged(check.expected(), result.answers()));
    }

    static Outcome refused(PlannedCheck check, String engine, CheckResult result) {
        return new Outcome(check, engine, true, result, PropertyOutcome.merged(check.expected(), result.answers()));
    }

    /** With where each counterexample comes from. */
    Outcome explained(UnaryOperator<PropertyOutcome> why) {
        return new Outcome(
                check, engine, refused, result, properties.stream().map(why).toList());
    }

    /** Whether every property is decided. */
    public boolean decided() {
        return properties.stream().allMatch(PropertyOutcome::decided);
    }

    /** The seconds that the engine took. */
    public double seconds() {
        return result.time().toNanos() / 1e9;
    }
}
