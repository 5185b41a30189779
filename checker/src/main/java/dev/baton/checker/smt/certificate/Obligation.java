package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.term.Term;
import java.util.List;

/**
 * A question that must have no solution.
 *
 * @param about what it is about: the label of a move, the name of a property; empty for INITIATION
 * @param asserted over the state before a step; all together unsatisfiable
 */
public record Obligation(Kind kind, String about, List<Term> asserted) {
    public Obligation {
        asserted = List.copyOf(asserted);
    }

    /** Which part of the proof it is. */
    public enum Kind {
        /** The first state satisfies the invariant. */
        INITIATION("initiation"),
        /** A step of one kind leads from the invariant to the invariant. */
        CONSECUTION("consecution"),
        /** The invariant implies a property, of a state or of every step from it. */
        SAFETY("safety");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** For people: {@code consecution of send(Host(1))}. */
    public String name() {
        return kind.word() + (about.isEmpty() ? "" : " of " + about);
    }
}
