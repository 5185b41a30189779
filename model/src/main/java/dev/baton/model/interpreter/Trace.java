package dev.baton.model.interpreter;

import java.util.List;
import java.util.OptionalInt;

/**
 * A behaviour: a first state and steps; if {@code loop} is there, after the last step it goes on for ever from the
 * state number {@code loop} on (0 is the first state, {@code i} the state after step {@code i}). So the last step
 * closes the loop: the last state is the state number {@code loop}, and steps {@code loop + 1} to {@code steps.size()}
 * are taken over and over. {@code loop == steps.size()} means that the system stops (stutters) in the last state.
 */
public record Trace(State first, List<Step> steps, OptionalInt loop) {
    public Trace {
        steps = List.copyOf(steps);
    }

    /** The number of states, the first one included: what TLC counts as the length of a trace. */
    public int length() {
        return steps.size() + 1;
    }

    /** State {@code i}, from 0. */
    public State state(int i) {
        return i == 0 ? first : steps.get(i - 1).after();
    }

    public State last() {
        return state(steps.size());
    }
}
