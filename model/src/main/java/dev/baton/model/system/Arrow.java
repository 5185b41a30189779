package dev.baton.model.system;

import dev.baton.model.expr.Expr;
import java.util.Optional;

/**
 * That a step sends something to somebody, for traces. The expressions are evaluated in the state before the step, with
 * its parameters and lets bound.
 *
 * @param via the channel or IPI, as the designer calls it
 * @param from the sender: an index member (single kernels too); absent if unknown, as in a receive without {@code from}
 * @param payload the message
 * @param when the arrow is there only if this holds
 */
public record Arrow(Kind kind, String via, Optional<Expr> from, Optional<Expr> to, Optional<Expr> payload, Expr when) {

    /** What travels, or what became of it. */
    public enum Kind {
        SEND("sends"),
        RECEIVE("receives"),
        /** An IPI is raised and now pending. */
        RAISE("raises"),
        /** An IPI is raised that was pending already: nothing changes. */
        COALESCED("raises, already pending:"),
        /** An IPI is raised towards a dead or offline target: dropped. */
        DROPPED("raises towards a dead target:"),
        /** A pending IPI starts its handler. */
        DELIVER("delivers"),
        /** A buffered store reaches memory. */
        DRAIN("drains"),
        LOSE("loses"),
        DUPLICATE("duplicates"),
        REORDER("reorders"),
        /** One actor starts another. */
        START("starts"),
        /** A resource changes hands. */
        GIVE("gives");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        public String verb() {
            return verb;
        }
    }
}
