package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.facts.Facts;
import java.util.function.Consumer;

/** One kind of question about behaviours of no step, of one, of two, and so on. */
sealed interface Line permits SafetySearch, LassoSearch {

    /** What the first state decides. */
    void first(Consumer<Found> found);

    /** What one more step decides. */
    void next(Consumer<Found> found);

    /** Whether every property is decided. */
    boolean done();

    /** Whether no behaviour has as many steps. */
    boolean exhausted();

    /** Makes use of what somebody has proved: nobody asks for what is known not to exist. */
    void learn(Facts facts);
}
