package dev.baton.cli.check;

import dev.baton.checker.walk.Sighting;
import dev.baton.model.system.Property;
import java.util.Optional;

/**
 * What random walks showed of one property, as the designer named it.
 *
 * @param sighting the walk that showed it
 * @param liveness whether it, or a part of it, is liveness, which walks don't decide
 */
public record WalkedProperty(PropertyOutcome outcome, Optional<Sighting> sighting, boolean liveness) {

    /** What was shown, in a word or a few; never that something holds. */
    public String said() {
        if (!outcome.decided()) {
            boolean half = liveness && !outcome.property().kind().liveness();
            return outcome.guarantee() + (half ? "; its liveness is not decided" : "");
        }
        if (cover()) {
            return outcome.asExpected() ? "reached" : "REACHED (expected: violated)";
        }
        return outcome.asExpected() ? "violated (as expected)" : "VIOLATED";
    }

    /** The same for programs. */
    public String word() {
        if (outcome.decided()) {
            return cover() ? "reached" : "violated";
        }
        return cover() ? "notReached" : outcome.property().kind().liveness() ? "undecided" : "noViolation";
    }

    /** Whether the walks showed that it is otherwise than the check expects. */
    public boolean unexpected() {
        return outcome.decided() && !outcome.asExpected();
    }

    public boolean cover() {
        return outcome.property().kind() == Property.Kind.COVER;
    }
}
