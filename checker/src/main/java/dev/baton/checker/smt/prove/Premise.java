package dev.baton.checker.smt.prove;

import dev.baton.model.source.Span;

/**
 * Something of a protocol that a proof may rest on, and whether it does. All that it does not rest on may go at once,
 * and the proof still stands.
 *
 * @param name in words: {@code Host.poll: await slot is some}
 * @param span where it is written; unknown for what only the language says
 * @param used whether it is needed
 */
public record Premise(Kind kind, String name, Span span, boolean used) {

    /** What it is, and what it means that it is not needed. */
    public enum Kind {
        /** A property that was proved before. */
        LEMMA("lemma", "is not used"),
        /**
         * A condition that a step waits for, as far as it was written: {@code when}, {@code await}, a test, a match.
         */
        GUARD("guard", "need not hold for the step"),
        /** That a value is defined, an assertion holds, a resource is owned. */
        CHECK("check", "need not be made"),
        /** A declared fault; it is used if it changes anything that the proof speaks of. */
        FAULT("fault", "changes nothing that the proof speaks of"),
        /** How often a fault strikes. */
        LIMIT("limit", "may strike any number of times"),
        /** What a fault makes of a variable. */
        EFFECT("effect", "may be anything"),
        /** What the language promises of cores, memory, channels. */
        ASSUMPTION("assumption", "need not be so");

        private final String word;
        private final String unused;

        Kind(String word, String unused) {
            this.word = word;
            this.unused = unused;
        }

        /** How reports and JSON call it. */
        public String word() {
            return word;
        }

        /** Completes "NAME …" where it is not needed. */
        public String unused() {
            return unused;
        }
    }
}
