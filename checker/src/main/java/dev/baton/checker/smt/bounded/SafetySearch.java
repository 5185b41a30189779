package dev.baton.checker.smt.bounded;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import dev.baton.checker.smt.facts.Facts;
import dev.baton.checker.smt.facts.Nearby;
import dev.baton.checker.smt.invariants.Invariants;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Looks for paths to bad states and bad steps, and to what is to be covered, step by step. */
final class SafetySearch implements Line {
    private final Terms terms;
    private final Unrolling unrolling;
    private final Session session;
    private final SymbolicSystem system;
    private final boolean reduce;
    private Commuting commuting;
    private final List<Term> invariants = new ArrayList<>();
    private final Map<Property, Integer> notWithin = new HashMap<>();
    private Optional<Nearby> nearby = Optional.empty();
    private final Map<Property, Term> ofStates;
    private final Map<Property, Term> ofSteps;

    /**
     * @param reduce whether to look for what makes the search smaller: invariants, and moves that commute
     * @param targets of the properties that one state or one step decides
     */
    SafetySearch(
            Session session, SymbolicSystem system, StepClauses step, boolean reduce, Map<Property, Term> targets) {
        this.terms = system.terms();
        this.unrolling = new Unrolling(session, system, step);
        this.session = session;
        this.system = system;
        this.reduce = reduce;
        this.commuting = Commuting.none(system);
        this.ofStates = new LinkedHashMap<>(targets);
        this.ofSteps = new LinkedHashMap<>(targets);
        ofStates.keySet().removeIf(p -> p.kind() == Property.Kind.STEP);
        ofSteps.keySet().removeIf(p -> p.kind() != Property.Kind.STEP);
    }

    @Override
    public boolean done() {
        return ofStates.isEmpty() && ofSteps.isEmpty();
    }

    @Override
    public void first(Consumer<Found> found) {
        decide(ofStates, 0, found);
        if (reduce && !done()) {
            invariants.addAll(Invariants.of(system, session));
            commuting = Commuting.of(system, session, invariants);
        }
    }

    @Override
    public void next(Consumer<Found> found) {
        unrolling.extend();
        unrolling.takeOneMove();
        // a bad step may be one that would come earlier in another order: it is asked for before there is one
        decide(ofSteps, unrolling.steps() - 1, found);
        unrolling.order(commuting);
        invariants.forEach(invariant -> unrolling.add(invariant));
        nearby.ifPresent(near -> near.after(unrolling.steps(), terms).forEach(fact -> unrolling.add(fact)));
        decide(ofStates, unrolling.steps(), found);
    }

    @Override
    public boolean exhausted() {
        // whoever is known to be farther away is asked for later, and that there is no way is seen then
        return asked(ofStates, unrolling.steps()).size() == ofStates.size()
                && asked(ofSteps, unrolling.steps()).size() == ofSteps.size()
                && !unrolling.solver().satisfiable();
    }

    @Override
    public void learn(Facts facts) {
        ofStates.keySet().removeAll(facts.proved().keySet());
        ofSteps.keySet().removeAll(facts.proved().keySet());
        notWithin.putAll(facts.notWithin());
        nearby = facts.nearby();
        if (done() || (facts.invariants().isEmpty() && nearby.isEmpty())) {
            return;
        }
        List<Term> more = facts.invariants().stream().map(terms::imported).toList();
        for (int time = 0; time <= unrolling.steps(); time++) {
            for (Term invariant : more) {
                unrolling.solver().add(unrolling.at(time).truth(invariant));
            }
            int at = time;
            Translation here = unrolling.at(time);
            nearby.map(near -> near.after(at, terms))
                    .orElse(List.of())
                    .forEach(fact -> unrolling.solver().add(here.truth(fact)));
        }
        invariants.addAll(more);
        commuting = Commuting.of(system, session, invariants);
    }

    /** Of what is open what may be so of the state after so many steps, for all that is known. */
    private Map<Property, Term> asked(Map<Property, Term> open, int time) {
        Map<Property, Term> asked = new LinkedHashMap<>(open);
        asked.keySet().removeIf(property -> notWithin.getOrDefault(property, -1) >= time);
        return asked;
    }

    private void decide(Map<Property, Term> all, int time, Consumer<Found> found) {
        Map<Property, Term> open = asked(all, time);
        Translation here = unrolling.at(time);
        Incremental solver = unrolling.solver();
        while (!open.isEmpty()) {
            BoolExpr some = here.truth(terms.any(List.copyOf(open.values())));
            solver.push();
            solver.add(some);
            if (!solver.satisfiable()) {
                solver.pop();
                solver.add(unrolling.context().mkNot(some));
                return;
            }
            Model model = solver.model();
            List<State> states = unrolling.states(model);
            List<Property> hit = open.entrySet().stream()
                    .filter(e -> Incremental.bits(model, here.of(e.getValue())) != 0)
                    .map(Map.Entry::getKey)
                    .toList();
            solver.pop();
            if (hit.isEmpty()) {
                throw new IllegalStateException("a model of some target makes none true");
            }
            hit.forEach(property -> found.accept(new Found(property, states, OptionalInt.empty())));
            open.keySet().removeAll(hit);
            all.keySet().removeAll(hit);
        }
    }
}
