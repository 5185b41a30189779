package dev.baton.checker.explicit.search;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a search found. Paths are shortest ones, and the same for any number of workers.
 *
 * @param distinct states reached
 * @param generated the first state and all successors, also those that are equal to each other or to the state they
 *     come from; with {@link SearchOptions#stutter} one more for every state that may stop
 * @param depth levels: 1 if there is only the first state
 * @param decided of each state property that is decided, the way to the first state that decides it
 * @param refuted of each step property that is refuted, the way to the first step that refutes it, that step included
 * @param deadlock the way to the first state without successors in which stopping is not right
 * @param taken steps of each instance among {@code generated}
 * @param standFor how many states the ones that were expanded stand for, themselves among them; as many as were
 *     expanded where no members are exchanged
 * @param partly how many states were expanded with fewer steps than are possible there
 * @param peakBytes of off-heap memory
 * @param collisionProbability estimate of the probability that two states were taken for one; 0 if they cannot have
 *     been
 * @param states what was reached; to be closed by who gets the result
 * @param expanded of those, the ones of whose steps none is unknown: all, or the levels before the one at which the
 *     search ended
 */
public record SearchResult(
        Ending ending,
        long distinct,
        long generated,
        int depth,
        SortedMap<Integer, StatePath> decided,
        SortedMap<Integer, StatePath> refuted,
        Optional<StatePath> deadlock,
        List<Long> taken,
        long standFor,
        long partly,
        long peakBytes,
        double collisionProbability,
        ReachableStates states,
        NumberedStates expanded) {}
