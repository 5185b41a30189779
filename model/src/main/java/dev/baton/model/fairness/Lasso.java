package dev.baton.model.fairness;

import java.util.List;

/**
 * A behaviour that ends in a loop, as numbers of states. The loop's first state is given again at its end; if the loop
 * is the last state alone, the behaviour stutters there.
 *
 * @param loop position in {@code states} where the loop begins
 */
public record Lasso(List<Integer> states, int loop) {
    public Lasso {
        states = List.copyOf(states);
    }
}
