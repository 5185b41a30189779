package dev.baton.model.interpreter;

import dev.baton.model.coverage.Coverage;
import dev.baton.model.system.Property;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param findings one for each property asked, in that order
 * @param distinct reachable states found
 * @param generated the first state, all steps taken (also two to one state, or to the state itself), and, in a system
 *     that says which states are terminal, one stuttering step of each terminal or erroneous state: as TLC counts
 * @param depth states on the longest of the shortest paths from the first state; 1 for a single state
 * @param complete whether every reachable state was visited; if not, counts are of what was
 * @param coverage what was used of what was written
 */
public record Exploration(
        List<Finding> findings, int distinct, long generated, int depth, boolean complete, Coverage coverage) {
    public Exploration {
        findings = List.copyOf(findings);
    }

    /** What became of a property. */
    public record Finding(Property property, Outcome outcome) {}

    /** Whether a property holds in a system. */
    public sealed interface Outcome {

        /** @param witness of a cover: a shortest trace to a state that satisfies it; otherwise empty */
        record Holds(Optional<Trace> witness) implements Outcome {}

        /** @param trace a shortest counterexample, or a lasso; empty for a cover that no state satisfies */
        record Violated(Optional<Trace> trace) implements Outcome {}

        /** The search met its bound on depth before it could tell. */
        record Bounded() implements Outcome {}

        /** The search was cut short before it could tell. */
        record Undecided(String reason) implements Outcome {}
    }
}
