package dev.baton.graph;

/** What came of looking for all states. */
public sealed interface GraphExploration {

    /** They are all there. */
    record All(ReachableGraph graph) implements GraphExploration {}

    /**
     * There are more than were allowed.
     *
     * @param found states up to then
     * @param open of those not yet expanded
     */
    record TooMany(int found, int open) implements GraphExploration {}

    /** It was cancelled. */
    record Cancelled(int found) implements GraphExploration {}
}
