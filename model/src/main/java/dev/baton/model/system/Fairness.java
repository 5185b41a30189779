package dev.baton.model.system;

import dev.baton.model.expr.Binder;
import java.util.List;
import java.util.Optional;

/**
 * A unit of fairness: for each value of {@code actor} (once, if absent) the union of the named actions, their first
 * parameter bound to that value if {@code actor} is there and their other parameters existentially.
 *
 * <p>Weak: if from some point on a step of the unit that changes the state is always possible, such a step is taken
 * infinitely often. Strong: the same if it is possible infinitely often.
 *
 * @param name an identifier, unique: {@code sender}, {@code bell_delivery}
 * @param actions names of actions
 */
public record Fairness(String name, Strength strength, Optional<Binder> actor, List<String> actions) {

    public Fairness {
        actions = List.copyOf(actions);
    }

    /** UNFAIR units are listed too: they group the actions of a task for emitters and traces, and oblige nobody. */
    public enum Strength {
        WEAK,
        STRONG,
        UNFAIR
    }
}
