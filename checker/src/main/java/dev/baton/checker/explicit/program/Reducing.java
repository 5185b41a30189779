package dev.baton.checker.explicit.program;

import dev.baton.model.type.Type;
import java.util.List;

/**
 * How a program may be made to visit fewer states.
 *
 * @param exchangeable index types of the system whose members nothing tells apart
 * @param partialOrder whether to look for steps that are enough
 * @param deadVariables whether to reset what is written before it is read
 */
public record Reducing(List<Type.Index> exchangeable, boolean partialOrder, boolean deadVariables) {

    /** Not at all. */
    public static final Reducing NOTHING = new Reducing(List.of(), false, false);

    public Reducing {
        exchangeable = List.copyOf(exchangeable);
    }
}
