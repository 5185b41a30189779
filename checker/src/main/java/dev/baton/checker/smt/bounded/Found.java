package dev.baton.checker.smt.bounded;

import dev.baton.model.interpreter.State;
import dev.baton.model.system.Property;
import java.util.List;
import java.util.OptionalInt;

/**
 * Evidence about a property, as a solver gives it: to be replayed before it is believed.
 *
 * @param loop position in {@code states} to which the last state returns; the last position if the system stops there
 */
public record Found(Property property, List<State> states, OptionalInt loop) {
    public Found {
        states = List.copyOf(states);
    }
}
