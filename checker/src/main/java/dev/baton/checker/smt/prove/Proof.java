package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.List;

/**
 * A property proved without a bound.
 *
 * @param system what the terms are of
 * @param method who found it, and how far it went
 * @param invariant clauses over a state that, together with {@code wellFormed}, hold at first, are kept by every step,
 *     and exclude a violation; only those that are needed
 * @param premises what of the protocol it rests on, and what not
 */
public record Proof(
        SymbolicSystem system,
        Property property,
        String method,
        Duration took,
        List<Term> invariant,
        List<Premise> premises) {
    public Proof {
        invariant = List.copyOf(invariant);
        premises = List.copyOf(premises);
    }
}
