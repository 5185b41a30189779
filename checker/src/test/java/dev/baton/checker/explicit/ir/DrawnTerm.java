package dev.baton.checker.explicit.ir;

/** A term, and what it is to be: made of the same operations, but on numbers and never folded. */
public record DrawnTerm(Node node, Meaning meaning) {

    /** A number for each state. */
    @FunctionalInterface
    public interface Meaning {
        long in(long[] words);
    }
}
