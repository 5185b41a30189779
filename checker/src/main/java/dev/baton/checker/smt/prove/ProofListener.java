package dev.baton.checker.smt.prove;

import dev.baton.model.system.Property;

/** Who is told more of proofs than a verdict says. */
public interface ProofListener {

    /** A property was proved, and its invariant checked. */
    void proved(Proof proof);

    /** A property was not decided, and plain induction does not prove it either: this is what stands in the way. */
    void obstacle(Obstacle obstacle);

    /**
     * A method failed in a way that it never should: a bug in Baton. Whatever the others say stands.
     *
     * @throws IllegalStateException here, so that a bug is not lost on those who do not listen
     */
    default void broken(Property property, Method method, Throwable bug) {
        throw new IllegalStateException(property.name() + " by " + method.label() + ": " + bug, bug);
    }

    /** Nobody wants to know, but of bugs. */
    ProofListener NOBODY = new ProofListener() {
        @Override
        public void proved(Proof proof) {
            // nobody wants to know
        }

        @Override
        public void obstacle(Obstacle obstacle) {
            // nobody wants to know
        }
    };
}
