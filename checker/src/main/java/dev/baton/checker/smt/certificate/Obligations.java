package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.certificate.Obligation.Kind;
import dev.baton.checker.smt.script.Substitution;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes an invariant a proof, as questions over one state each: what a move makes of a state is put into the place
 * of the state after. That every state is well formed is proved with it, and not taken for granted.
 */
final class Obligations {
    private final SymbolicSystem system;
    private final Terms terms;
    private final List<Term> invariant = new ArrayList<>();
    private final List<Obligation> all = new ArrayList<>();

    private Obligations(SymbolicSystem system, List<Term> clauses) {
        this.system = system;
        this.terms = system.terms();
        Term wellFormed = system.wellFormed();
        invariant.addAll(
                wellFormed.operator() == dev.baton.checker.smt.term.Operator.AND
                        ? wellFormed.args()
                        : List.of(wellFormed));
        invariant.addAll(clauses);
        invariant.removeIf(Term::isTrue);
    }

    /** Initiation, consecution of each move that can touch the invariant, safety. */
    static List<Obligation> of(SymbolicSystem system, Certificate certificate) {
        Obligations obligations = new Obligations(system, certificate.clauses());
        obligations.initiation();
        system.moves().forEach(obligations::consecution);
        certificate.proved().forEach(obligations::safety);
        return obligations.all;
    }

    private void add(Kind kind, String about, List<Term> asserted) {
        if (asserted.stream().noneMatch(Term::isFalse)) {
            all.add(new Obligation(kind, about, asserted));
        }
    }

    private void initiation() {
        List<Term> asserted = new ArrayList<>();
        system.leaves().forEach(leaf -> asserted.add(terms.equal(leaf.now(), leaf.initial())));
        asserted.add(terms.not(terms.all(invariant)));
        all.add(new Obligation(Kind.INITIATION, "", asserted));
    }

    private Substitution after(Move move) {
        Map<Term, Term> values = new HashMap<>();
        move.changes()
                .forEach((leaf, value) -> values.put(system.leaves().get(leaf).now(), value));
        return new Substitution(terms, values);
    }

    private void consecution(Move move) {
        Substitution after = after(move);
        List<Term> broken = new ArrayList<>();
        for (Term clause : invariant) {
            Term then = after.of(clause);
            if (then != clause) {
                broken.add(terms.not(then));
            }
        }
        List<Term> asserted = new ArrayList<>(invariant);
        asserted.add(move.guard());
        asserted.add(terms.any(broken));
        add(Kind.CONSECUTION, move.label(), asserted);
    }

    private void safety(Property property) {
        Term target = system.target(property);
        List<Term> asserted = new ArrayList<>(invariant);
        asserted.add(property.kind() == Property.Kind.STEP ? step(target) : target);
        if (asserted.getLast().isFalse()) {
            asserted.clear();
            asserted.add(terms.no);
        }
        all.add(new Obligation(Kind.SAFETY, property.name(), asserted));
    }

    /** That some step changes the state and is a target. */
    private Term step(Term target) {
        List<Term> some = new ArrayList<>();
        for (Move move : system.moves()) {
            Map<Term, Term> values = new HashMap<>();
            List<Term> changed = new ArrayList<>();
            for (Leaf leaf : system.leaves()) {
                Term value = move.changes().getOrDefault(leaf.number(), leaf.now());
                values.put(leaf.next(), value);
                changed.add(terms.not(terms.equal(value, leaf.now())));
            }
            some.add(terms.all(List.of(move.guard(), terms.any(changed), new Substitution(terms, values).of(target))));
        }
        return terms.any(some);
    }
}
