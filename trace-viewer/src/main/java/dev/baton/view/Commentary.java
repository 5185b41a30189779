package dev.baton.view;

import java.util.List;
import java.util.Optional;

/**
 * What is said of a trace as a whole.
 *
 * @param slice what led to the violation
 * @param story sentences: the step that lost it, faults that were needed
 */
public record Commentary(Optional<Slice> slice, List<String> story) {

    /** Nothing. */
    public static final Commentary NONE = new Commentary(Optional.empty(), List.of());

    public Commentary {
        story = List.copyOf(story);
    }

    /**
     * The part of a trace that matters.
     *
     * @param steps their numbers, ascending
     * @param cells names of cells
     */
    public record Slice(List<Integer> steps, List<String> cells) {
        public Slice {
            steps = List.copyOf(steps);
            cells = List.copyOf(cells);
        }
    }
}
