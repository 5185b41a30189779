package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import java.util.List;

/**
 * That an invariant proves properties of a system.
 *
 * @param proved state invariants, STEPs or DEADLOCK_FREE, of the system's own
 * @param method how the invariant was found, for people: {@code k-induction, k = 2}
 * @param clauses over the leaves {@code now}; the invariant is that all hold
 */
public record Certificate(List<Property> proved, String method, List<Term> clauses) {
    public Certificate {
        proved = List.copyOf(proved);
        clauses = List.copyOf(clauses);
    }
}
