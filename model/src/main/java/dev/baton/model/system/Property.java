package dev.baton.model.system;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something asked of all behaviours, or (covers) of some.
 *
 * @param name unique but for the two parts of an {@code until} (an INVARIANT part and an EVENTUALLY part of one name,
 *     which together make the designer's property)
 * @param binders outermost {@code forall}s of a liveness property, over domains that read no state; empty for the
 *     others
 * @param left the predicate; for LEADS_TO the cause; {@code true} for DEADLOCK_FREE
 * @param right the effect of LEADS_TO
 */
public record Property(
        String name,
        Kind kind,
        List<Binder> binders,
        Expr left,
        Optional<Expr> right,
        Optional<String> doc,
        Span span) {

    public Property {
        binders = List.copyOf(binders);
    }

    public enum Kind {
        /** Holds in every reachable state. */
        INVARIANT("invariant"),
        /** As INVARIANT, but stated for the sake of proofs. */
        LEMMA("lemma"),
        /** The error variable never shows an UNDEFINED or ASSERTION site (rule 3). */
        WELL_DEFINED("error"),
        /** No OWNERSHIP site, and no resource without an owner at rest (rule 13). */
        OWNERSHIP("ownership"),
        /** Every reachable state has a successor, or is terminal, or shows an error. */
        DEADLOCK_FREE("deadlock"),
        /** Holds of every step that changes the state; primed reads are of the state after. */
        STEP("step"),
        /** {@code eventually P}: on every fair behaviour P holds at some time. */
        EVENTUALLY("liveness"),
        /** {@code always eventually P}. */
        ALWAYS_EVENTUALLY("liveness"),
        /** {@code eventually always P}. */
        EVENTUALLY_ALWAYS("liveness"),
        /** {@code P leads to Q}. */
        LEADS_TO("liveness"),
        /** Some reachable state satisfies it; a cover that none satisfies is violated. */
        COVER("cover");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How reports and JSON call it. */
        public String word() {
            return word;
        }

        /** Whether a violation is a lasso: a stem and a loop (or a state in which the system stops). */
        public boolean liveness() {
            return switch (this) {
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> true;
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> false;
            };
        }

        /** Whether one state decides it: the predicate {@code left} is to hold everywhere. */
        public boolean stateInvariant() {
            return switch (this) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP -> true;
                case DEADLOCK_FREE, STEP, EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO, COVER -> false;
            };
        }
    }
}
