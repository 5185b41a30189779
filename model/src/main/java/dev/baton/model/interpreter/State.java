package dev.baton.model.interpreter;

import dev.baton.model.value.Value;
import java.util.List;

/** A state of a system: the value of variable {@code i} of {@code TransitionSystem.variables()} at {@code i}. */
public record State(List<Value> values) {
    public State {
        values = List.copyOf(values);
    }

    public Value get(int variable) {
        return values.get(variable);
    }
}
