package dev.baton.checker;

import dev.baton.model.system.Property;

/** What a search that stopped at a bound on depth can say of a property that it has not decided. */
public final class DepthBound {
    private DepthBound() {}

    /** The reason for {@link Verdict.Unknown}. Of the states that are {@code steps} away no step was looked at. */
    public static String reason(Property.Kind kind, int steps) {
        return switch (kind) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, STEP -> "bounded: no violation within " + count(steps);
            case DEADLOCK_FREE -> "bounded: no violation within " + count(steps - 1);
            case COVER -> "bounded: not reached within " + count(steps);
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                "bounded: needs every state, not those within " + count(steps);
        };
    }

    /**
     * The same of a search that also asks whether the last state is one in which nothing can follow, and for liveness
     * whether going round or stopping refutes the property.
     */
    public static String reasonOfBehaviours(Property.Kind kind, int steps) {
        return switch (kind) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, STEP, DEADLOCK_FREE ->
                "bounded: no violation within " + count(steps);
            case COVER -> "bounded: not reached within " + count(steps);
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                "bounded: no violation by a loop or end within " + count(steps);
        };
    }

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }
}
