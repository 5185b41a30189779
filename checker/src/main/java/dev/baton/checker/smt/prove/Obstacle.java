package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.induction.KInduction;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Property;
import java.util.Optional;

/**
 * Why plain induction does not prove what was not decided: a counterexample to it. The state before need not be
 * reachable.
 *
 * @param step from {@code before} to a state that violates the property
 * @param blocked a clause that {@code before} does not satisfy, if an attempt at a proof has learned one; it is not
 *     proved, but for what it says of itself
 */
public record Obstacle(
        SymbolicSystem system, Property property, State before, Step step, Optional<Outcome.Learned> blocked) {

    static Obstacle of(
            SymbolicSystem system, Property property, KInduction.Obstacle found, Optional<Outcome.Learned> blocked) {
        Step step = new Step(found.move().action(), found.move().arguments(), found.after());
        return new Obstacle(system, property, found.before(), step, blocked);
    }
}
