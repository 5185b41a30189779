package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Trace;
import java.util.Comparator;
import java.util.List;

/**
 * How hard a trace is to follow, the worst first.
 *
 * @param steps of its stem and loop together
 * @param switches how often one actor goes on after another
 */
public record Cost(int steps, int faults, int switches) implements Comparable<Cost> {
    private static final Comparator<Cost> ORDER =
            Comparator.comparingInt(Cost::steps).thenComparingInt(Cost::faults).thenComparingInt(Cost::switches);

    /** What a trace costs. */
    public static Cost of(Trace trace) {
        return of(trace.steps().stream().map(Choice::of).toList());
    }

    static Cost of(List<Choice> choices) {
        int switches = 0;
        for (int i = 1; i < choices.size(); i++) {
            if (!choices.get(i).actor().equals(choices.get(i - 1).actor())) {
                switches++;
            }
        }
        int faults = (int) choices.stream().filter(Choice::fault).count();
        return new Cost(choices.size(), faults, switches);
    }

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
