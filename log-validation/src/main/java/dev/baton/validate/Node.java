package dev.baton.validate;

/**
 * A way to explain the events so far: where the model is, and which of the open events have not been taken yet. Equal
 * if these are; what else is known is of all ways that lead here.
 *
 * @param pending bits of the window's slots
 * @param broken bits of the properties that every way here violates
 * @param hidden the fewest steps on a way here that no event tells of
 */
record Node(Situation situation, long pending, long broken, long hidden) {

    /** Two ways to the same. */
    Node merged(Node other) {
        return new Node(situation, pending, broken & other.broken, Math.min(hidden, other.hidden));
    }

    /** Whether nothing new is known from another way to here. */
    boolean covers(Node other) {
        return (broken & ~other.broken) == 0 && hidden <= other.hidden;
    }

    @Override
    public int hashCode() {
        return situation.hashCode() * 31 + Long.hashCode(pending);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && node.pending == pending && node.situation.equals(situation);
    }
}
