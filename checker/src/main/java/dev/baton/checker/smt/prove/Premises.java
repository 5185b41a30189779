package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.prove.PremiseWords.Told;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an {@link Audit} found a proof to rest on, in the words of the protocol. */
final class Premises {
    private final SymbolicSystem system;
    private final Property property;
    private final Audit.Needed needed;
    private final PremiseWords words;
    private final Map<Told, Boolean> told = new LinkedHashMap<>();

    /** What the needed clauses and the property speak of. */
    private final Set<Leaf> read = new LinkedHashSet<>();

    private Premises(SymbolicSystem system, Property property, Audit.Needed needed) {
        this.system = system;
        this.property = property;
        this.needed = needed;
        this.words = new PremiseWords(system.system());
    }

    /**
     * All of them, used or not.
     *
     * @param proved what was proved before, each with the clause that says that it holds
     * @param kept the promises that were tried, and whether the proof stands without each
     */
    static List<Premise> of(
            SymbolicSystem system,
            Property property,
            Audit.Needed needed,
            Map<Property, Term> proved,
            Map<Guarantee, Boolean> kept) {
        Premises premises = new Premises(system, property, needed);
        premises.reads();
        premises.lemmas(proved);
        premises.conditions();
        premises.faults();
        kept.forEach((guarantee, stands) ->
                premises.tell(new Told(Premise.Kind.ASSUMPTION, guarantee.promise(), guarantee.span()), !stands));
        premises.tell(new Told(Premise.Kind.ASSUMPTION, "fairness", Span.NONE), false);
        List<Premise> all = new ArrayList<>();
        premises.told.forEach((t, used) -> all.add(new Premise(t.kind(), t.name(), t.span(), used)));
        return List.copyOf(all);
    }

    private void tell(Told what, boolean used) {
        told.merge(what, used, Boolean::logicalOr);
    }

    private void reads() {
        Map<Term, Leaf> leaves = new LinkedHashMap<>();
        for (Leaf leaf : system.leaves()) {
            leaves.put(leaf.now(), leaf);
            leaves.put(leaf.next(), leaf);
        }
        Set<Term> seen = new HashSet<>();
        List<Term> open = new ArrayList<>(needed.clauses());
        open.add(question());
        while (!open.isEmpty()) {
            Term term = open.removeLast();
            if (seen.add(term)) {
                if (term.operator() == Operator.SYMBOL && leaves.containsKey(term)) {
                    read.add(leaves.get(term));
                }
                open.addAll(term.args());
            }
        }
    }

    /** What the property asks; of a deadlock not whether a fault can strike, which is told on its own. */
    private Term question() {
        if (property.kind() != Property.Kind.DEADLOCK_FREE) {
            return system.target(property);
        }
        List<Term> all = new ArrayList<>(List.of(system.mayStop()));
        system.moves().stream()
                .filter(move -> !AuditedSteps.isFault(move.action()))
                .forEach(move -> all.add(move.guard()));
        return system.terms().any(all);
    }

    private void lemmas(Map<Property, Term> proved) {
        proved.forEach((lemma, clause) -> {
            boolean used = needed.clauses().contains(clause);
            boolean stated = lemma.kind() == Property.Kind.LEMMA;
            if (!lemma.equals(property) && (used || stated)) {
                tell(new Told(Premise.Kind.LEMMA, lemma.name(), lemma.span()), used);
            }
        });
    }

    private void conditions() {
        for (Condition condition : new Conditions(system).all()) {
            Told what = words.of(condition);
            boolean used = needed.conditions().contains(condition)
                    || (what.kind() == Premise.Kind.LIMIT && readsBudget(condition.action()));
            tell(what, used);
        }
    }

    private boolean readsBudget(Action fault) {
        return read.stream()
                .anyMatch(leaf -> leaf.variable().role() == Variable.Role.BUDGET
                        && fault.updates().stream().anyMatch(u -> u.variable().equals(leaf.variable())));
    }

    private void faults() {
        for (Action fault : system.system().actions()) {
            if (!AuditedSteps.isFault(fault)) {
                continue;
            }
            Set<Variable> touched = new LinkedHashSet<>();
            for (Move move : system.moves()) {
                if (move.action().name().equals(fault.name())) {
                    read.stream()
                            .filter(leaf -> move.changes().containsKey(leaf.number()))
                            .forEach(leaf -> touched.add(leaf.variable()));
                }
            }
            touched.removeIf(variable -> variable.role() == Variable.Role.BUDGET);
            tell(words.strikes(fault), !touched.isEmpty() || needed.escapes().contains(fault));
            touched.forEach(variable -> {
                Effect effect = new Effect(fault, variable);
                tell(words.effect(effect), needed.effects().contains(effect));
            });
        }
    }
}
