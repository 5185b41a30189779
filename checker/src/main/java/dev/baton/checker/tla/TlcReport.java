package dev.baton.checker.tla;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one run of TLC said.
 *
 * @param violations in the order in which TLC found them
 * @param complete whether TLC has seen all states and all it was to check of them
 * @param explored whether TLC has seen all states, so that only liveness may be undecided; true if complete
 * @param tautology whether TLC refused a liveness property because nothing could violate it
 * @param errors what went wrong: messages of TLC, and the last lines of its output that were none
 * @param end how the process ended
 */
record TlcReport(
        List<Violation> violations,
        boolean complete,
        boolean explored,
        boolean tautology,
        Statistics statistics,
        OptionalDouble collision,
        List<String> errors,
        End end) {

    TlcReport {
        violations = List.copyOf(violations);
        errors = List.copyOf(errors);
    }

    /** What was violated. */
    enum Kind {
        INVARIANT,
        STEP,
        DEADLOCK,
        LIVENESS
    }

    /**
     * @param operator the operator that TLC names; empty for deadlocks and liveness
     * @param states as TLC prints them
     * @param loop for liveness: the position of the state to which the last one returns; the last position if it
     *     stutters
     */
    record Violation(Kind kind, String operator, List<String> states, OptionalInt loop) {
        Violation {
            states = List.copyOf(states);
        }
    }

    /** How far TLC was: the last figures it gave. */
    record Statistics(OptionalLong generated, OptionalLong distinct, OptionalLong left, OptionalInt depth) {
        static final Statistics NONE =
                new Statistics(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty());
    }

    /** How the process ended. */
    sealed interface End {
        record Exited(int code) implements End {}

        record Interrupted() implements End {}

        record OutOfTime() implements End {}

        /** Whoever ran it gave it up. */
        record Abandoned(String reason) implements End {}
    }
}
