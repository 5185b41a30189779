package dev.baton.runtime.step;

import java.util.List;

/**
 * Where the control of a task or handler is.
 *
 * @param label of the next step; {@code done} of a task at its end (or whose actor isn't live), {@code idle} of a
 *     handler at rest
 * @param names of locals
 * @param codes of locals, in the same order
 */
public record Place(String label, List<String> names, List<Long> codes) {

    public Place {
        names = List.copyOf(names);
        codes = List.copyOf(codes);
    }

    static Place resting(String label) {
        return new Place(label, List.of(), List.of());
    }

    /** {@code send_if h=2}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(label);
        for (int i = 0; i < names.size(); i++) {
            text.append(' ').append(names.get(i)).append('=').append(codes.get(i));
        }
        return text.toString();
    }
}
