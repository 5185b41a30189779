package dev.baton.model.interpreter;

import java.util.List;

/**
 * A behaviour that ends in a loop, as numbers of states. The loop's first state is given again at its end; if the loop
 * is the last state alone, the behaviour stutters there.
 *
 * @param loop position in {@code states} where the loop begins
 */
record Lasso(List<Integer> states, int loop) {
    Lasso {
        states = List.copyOf(states);
    }
}
