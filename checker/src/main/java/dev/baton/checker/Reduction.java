package dev.baton.checker;

import java.util.Optional;

/**
 * A way to visit fewer states than there are, and what became of it in a run. A reduction that was applied changes no
 * verdict.
 *
 * @param what what it was applied to, in a few words: {@code of Sender}; may be empty
 * @param factor how many times more states there would be to visit without it; empty if it was not applied. Reductions
 *     that were made together have one
 * @param refused why it was not applied; empty: it was
 */
public record Reduction(Kind kind, String what, Optional<Factor> factor, Optional<String> refused) {

    /** What makes the reduction. */
    public enum Kind {
        /** States that differ only in which member of an index type is which are visited once. */
        SYMMETRY("symmetry"),
        /** Of steps that do not disturb each other only one order is taken. */
        PARTIAL_ORDER("partial order"),
        /** What is written before it is read again does not tell states apart. */
        DEAD_VARIABLES("dead variables");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How reports and JSON call it. */
        public String word() {
            return word;
        }
    }

    /** One that was applied. */
    public static Reduction applied(Kind kind, String what, Factor factor) {
        return new Reduction(kind, what, Optional.of(factor), Optional.empty());
    }

    /** One that was not applied. */
    public static Reduction refused(Kind kind, String reason) {
        return new Reduction(kind, "", Optional.empty(), Optional.of(reason));
    }

    public boolean applied() {
        return refused.isEmpty();
    }
}
