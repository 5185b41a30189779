package dev.baton.checker.walk;

import dev.baton.model.interpreter.State;

/** Stands in one state of a system, and goes on to another. For one thread. */
public interface Walker {
    /** What {@link #step} says where there is no step. */
    int NOWHERE = -1;

    /** Goes to the first state. */
    void restart();

    /**
     * Takes one of the enabled steps, each as likely as the others. Steps that lead to one state are different steps.
     *
     * @param random 64 random bits
     * @return the kind of step, as {@link Walkable#kinds} numbers them; {@link #NOWHERE} if no step is enabled, and
     *     then it stays where it is
     */
    int step(long random);

    /** Bit {@code i} is set if this state decides property {@code i} of {@link Asked#ofStates}. */
    long decided();

    /**
     * Bit {@code i} is set if the last step changed the state and refutes property {@code i} of {@link Asked#ofSteps}.
     */
    long refuted();

    /** Whether stopping in this state is right: it is terminal or shows an error. */
    boolean mayStop();

    /** This state. */
    State state();
}
