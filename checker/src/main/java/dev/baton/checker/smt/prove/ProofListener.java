package dev.baton.checker.smt.prove;

/** Who is told more of proofs than a verdict says. */
public interface ProofListener {

    /** A property was proved, and its invariant checked. */
    void proved(Proof proof);

    /** A property was not decided, and plain induction does not prove it either: this is what stands in the way. */
    void obstacle(Obstacle obstacle);

    /** Nobody wants to know. */
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
