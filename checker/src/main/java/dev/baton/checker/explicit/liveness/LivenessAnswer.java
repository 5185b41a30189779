package dev.baton.checker.explicit.liveness;

import java.util.List;

/** What became of a liveness property. */
public sealed interface LivenessAnswer {

    /** Every fair behaviour has it. */
    record Holds() implements LivenessAnswer {}

    /**
     * A fair behaviour that has it not.
     *
     * @param states its states from the first on, by their words; the loop's first is given again at the end
     * @param loop position in {@code states} where the loop begins; of the last state if the system stops there
     */
    record Violated(List<long[]> states, int loop) implements LivenessAnswer {
        public Violated {
            states = List.copyOf(states);
        }
    }

    /** Not decided. */
    record Undecided(String reason) implements LivenessAnswer {}
}
