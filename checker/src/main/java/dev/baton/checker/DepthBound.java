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

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }
}
