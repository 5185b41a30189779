package dev.baton.model.interpreter;

import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import java.util.List;

/** An action taken: the values of its parameters, in order, and the state it leads to. */
public record Step(Action action, List<Value> arguments, State after) {
    public Step {
        arguments = List.copyOf(arguments);
    }
}
