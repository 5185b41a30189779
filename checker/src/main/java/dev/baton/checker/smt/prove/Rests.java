package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invariant that was checked, and what it rests on.
 *
 * @param clauses those that are needed
 */
record Rests(List<Term> clauses, List<Premise> premises) {

    /**
     * Checks. Empty if the clauses prove nothing. Throws {@code StoppedException}.
     *
     * @param proved what was proved before, each with the clause that says that it holds
     */
    static Optional<Rests> of(
            SymbolicSystem system, Session session, Property property, List<Term> clauses, Map<Property, Term> proved) {
        Optional<Audit> stronger = withoutFaults(system, session, property, clauses);
        Audit audit = stronger.orElseGet(() -> new Audit(system, session, clauses));
        return audit.of(property)
                .map(needed -> new Rests(
                        needed.clauses(),
                        Premises.of(system, property, needed, proved, promises(system, property, audit, needed))));
    }

    /** Where no fault is needed to get on from any state, the proof should not say that one is. */
    private static Optional<Audit> withoutFaults(
            SymbolicSystem system, Session session, Property property, List<Term> clauses) {
        boolean faults = system.moves().stream().anyMatch(move -> AuditedSteps.isFault(move.action()));
        if (property.kind() != Property.Kind.DEADLOCK_FREE || !faults) {
            return Optional.empty();
        }
        Term goesOn = system.terms().not(Audit.stoppedBut(system));
        List<Term> with = new ArrayList<>(clauses);
        with.remove(system.terms().not(system.target(property)));
        with.add(goesOn);
        boolean first = new Valuation(symbol -> system.leaf(symbol).initial().value()).isTrue(goesOn);
        return first && new Audit(system, session, with).of(property).isPresent()
                ? Optional.of(new Audit(system, session, with))
                : Optional.empty();
    }

    /** By promise whether the proof stands without it. Those of too many steps are not tried. */
    private static Map<Guarantee, Boolean> promises(
            SymbolicSystem system, Property property, Audit audit, Audit.Needed needed) {
        Map<Guarantee, Boolean> stand = new LinkedHashMap<>();
        for (Guarantee guarantee : Guarantees.of(system.system())) {
            List<Move> moves = moves(system, guarantee);
            if (!moves.isEmpty()) {
                stand.put(guarantee, audit.keeps(needed.clauses(), violation(system, property, needed, moves)));
            }
        }
        return stand;
    }

    private static List<Move> moves(SymbolicSystem system, Guarantee guarantee) {
        try {
            return system.moves(guarantee.without());
        } catch (TooLargeException e) {
            return List.of();
        }
    }

    /** That one of these moves leads out of the clauses, or violates what is asked of a step. */
    private static Term violation(SymbolicSystem system, Property property, Audit.Needed needed, List<Move> moves) {
        Terms terms = system.terms();
        List<Term> any = new ArrayList<>();
        for (Move move : moves) {
            Map<Term, Term> after = new HashMap<>();
            move.changes()
                    .forEach(
                            (leaf, value) -> after.put(system.leaves().get(leaf).now(), value));
            List<Term> broken = new ArrayList<>();
            for (Term clause : needed.clauses()) {
                broken.add(broken(terms, clause, after));
            }
            broken.add(broken(terms, system.wellFormed(), after));
            any.add(terms.both(move.guard(), terms.any(broken)));
            if (property.kind() == Property.Kind.STEP) {
                any.add(system.violates(move, system.target(property)));
            }
        }
        return terms.any(any);
    }

    private static Term broken(Terms terms, Term clause, Map<Term, Term> after) {
        Term then = terms.substitute(clause, after);
        return then == clause ? terms.no : terms.not(then);
    }
}
