package dev.baton.checker.explicit.search;

/**
 * How to search. No option but {@code mostLevels}, {@code mostStates}, {@code memoryBytes}, {@code stopEarly} and
 * {@code partialOrder} changes what is found, and {@code workers} changes nothing at all but the time.
 *
 * @param workers threads, at least 1
 * @param memoryBytes most bytes of off-heap memory, split evenly over the partitions
 * @param mostLevels levels of the breadth-first search to look at, the first state being the first: at least 1
 * @param exact whether states of more than two words are kept, too, instead of their fingerprints
 * @param numbered whether the reachable states are to know their numbers ({@link ReachableStates#numbered}); takes more
 *     memory for states of one word
 * @param stutter whether states that may stop count as generated once more, as TLC counts
 * @param stopEarly whether to stop at the end of the level at which the first property is decided
 * @param partialOrder whether to take fewer steps where they are enough ({@link CompiledSystem#fewerSuccessors}): paths
 *     are then not shortest ones
 * @param mostStates no level is expanded once there are more states
 */
public record SearchOptions(
        int workers,
        long memoryBytes,
        int mostLevels,
        boolean exact,
        boolean numbered,
        boolean stutter,
        boolean stopEarly,
        boolean partialOrder,
        long mostStates) {

    /** One worker, everything to the end, exact up to two words a state. */
    public static final SearchOptions DEFAULT =
            new SearchOptions(1, Long.MAX_VALUE, Integer.MAX_VALUE, false, false, false, false, false, Long.MAX_VALUE);

    public SearchOptions {
        if (workers < 1 || mostLevels < 1 || memoryBytes < 0) {
            throw new IllegalArgumentException(
                    "workers " + workers + ", levels " + mostLevels + ", bytes " + memoryBytes);
        }
    }

    public SearchOptions withWorkers(int workers) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withMemoryBytes(long memoryBytes) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withMostLevels(int mostLevels) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withExact(boolean exact) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withNumbered(boolean numbered) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withStutter(boolean stutter) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withStopEarly(boolean stopEarly) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withPartialOrder(boolean partialOrder) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }

    public SearchOptions withMostStates(long mostStates) {
        return new SearchOptions(
                workers, memoryBytes, mostLevels, exact, numbered, stutter, stopEarly, partialOrder, mostStates);
    }
}
