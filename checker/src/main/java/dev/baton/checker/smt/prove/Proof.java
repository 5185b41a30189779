package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Action;
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
 * @param lemmas proved properties of the protocol that are among what the proof rests on
 * @param unusedGuards actions of which no guard is needed: the proof would stand if they could always be taken
 */
public record Proof(
        SymbolicSystem system,
        Property property,
        String method,
        Duration took,
        List<Term> invariant,
        List<Property> lemmas,
        List<Action> unusedGuards) {
    public Proof {
        invariant = List.copyOf(invariant);
        lemmas = List.copyOf(lemmas);
        unusedGuards = List.copyOf(unusedGuards);
    }
}
