package dev.baton.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a counterexample comes from. Steps are counted from 0: step {@code i} leads from state {@code i} to state
 * {@code i + 1}; texts for people count them from 1, as traces do.
 *
 * @param steps those that led to the violation, in order: a backward slice; the others may be dimmed
 * @param entries of the state through which they did
 * @param chain the writes that led to the offending values, the last first
 * @param lost the step before which the property could still have been kept, and after which it could not; empty if
 *     that was not determined, or if no step did
 * @param race the two steps of different actors whose order, or whose want of any order, made the difference
 * @param story all that in sentences, most telling first
 */
public record Why(
        List<Integer> steps,
        List<StateEntry> entries,
        List<Link> chain,
        OptionalInt lost,
        Optional<Race> race,
        List<String> story) {

    /** Nothing was found out. */
    public static final Why NOTHING =
            new Why(List.of(), List.of(), List.of(), OptionalInt.empty(), Optional.empty(), List.of());

    public Why {
        steps = List.copyOf(steps);
        entries = List.copyOf(entries);
        chain = List.copyOf(chain);
        story = List.copyOf(story);
    }

    /** What a step wrote, and from what. */
    public record Link(int step, String text) {}

    /**
     * @param first the step that comes first in the trace
     * @param entry what they are at odds over, as traces call it
     */
    public record Race(int first, int second, String entry) {}

    /** Whether a step is one of those that matter; all are where nothing was found out. */
    public boolean matters(int step) {
        return steps.isEmpty() || steps.contains(step);
    }
}
