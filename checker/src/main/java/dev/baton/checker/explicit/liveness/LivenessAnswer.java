package dev.baton.checker.explicit.liveness;

import java.util.List;

/** What was found when looking, among some states, for a fair behaviour without a liveness property. */
public sealed interface LivenessAnswer {

    /** There is none that keeps to these states; if they are all, every fair behaviour has the property. */
    record NoLasso() implements LivenessAnswer {}

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

    /** Not known: there is no room for the graph. */
    record TooLarge(String reason) implements LivenessAnswer {}

    /** Not known: the watch cancelled it. */
    record Cancelled() implements LivenessAnswer {}
}
