package dev.baton.checker.smt.bounded;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import dev.baton.checker.smt.facts.Facts;
import dev.baton.checker.smt.facts.Nearby;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks for fair behaviours that refute liveness: a path whose last state is one of it again, or one in which nobody
 * who is treated fairly can change anything. That a state comes again is said once: the state in which the loop begins
 * is kept aside and compared with the last (as in Biere, Artho, Schuppan, Liveness checking as safety checking, 2002),
 * so a step more costs no more than the one before. A step may be several moves at once that lead to the same state,
 * and counts for all of them.
 */
final class LassoSearch implements Line {
    private final SymbolicSystem system;
    private final Unrolling unrolling;
    private final Incremental solver;
    private final Definitions definitions;
    private final List<FairUnit> units;
    private final List<Refutation> open = new ArrayList<>();
    private final List<Term> invariants = new ArrayList<>();
    private final Set<Property> stopsAlone = new HashSet<>();
    private final Map<Property, Integer> notWithin = new HashMap<>();
    private Optional<Nearby> nearby = Optional.empty();
    private final List<Expr<?>> entry = new ArrayList<>();
    private final List<BoolExpr> begins = new ArrayList<>();
    private BoolExpr looping;

    LassoSearch(
            Session session,
            SymbolicSystem system,
            StepClauses step,
            Interpreter interpreter,
            List<Property> properties) {
        this.system = system;
        this.unrolling = new Unrolling(session, system, step);
        this.solver = unrolling.solver();
        this.definitions = new Definitions(unrolling.context(), solver);
        this.units = FairUnit.all(system, interpreter.fairUnits(), definitions);
        for (Property property : properties) {
            for (Environment binding : interpreter.bindings(property.binders())) {
                open.add(new Refutation(system, property, binding, definitions));
            }
        }
        system.leaves()
                .forEach(leaf -> entry.add(Translation.constant(
                        unrolling.context(), leaf.name() + "@loop", leaf.now().sort())));
        this.looping = definitions.truth(false);
    }

    @Override
    public boolean done() {
        return open.isEmpty();
    }

    @Override
    public void first(Consumer<Found> found) {
        stopping(found);
    }

    @Override
    public void next(Consumer<Found> found) {
        follow();
        goingRound(found);
        stopping(found);
    }

    @Override
    public boolean exhausted() {
        // whoever is known to stop farther away is asked for later, and that there is no way is seen then
        return open.stream().allMatch(this::mayStop) && !solver.satisfiable();
    }

    @Override
    public void learn(Facts facts) {
        open.removeIf(refutation -> facts.proved().containsKey(refutation.property()));
        if (done()) {
            return;
        }
        facts.invariants().forEach(invariant -> invariants.add(system.terms().imported(invariant)));
        stopsAlone.addAll(facts.stopsAlone());
        notWithin.putAll(facts.notWithin());
        nearby = facts.nearby();
        for (int time = 0; time <= unrolling.steps(); time++) {
            Translation state = unrolling.at(time);
            invariants.forEach(invariant -> solver.add(state.truth(invariant)));
            near(time).forEach(fact -> solver.add(state.truth(fact)));
        }
    }

    private List<Term> near(int time) {
        return nearby.map(near -> near.after(time, system.terms())).orElse(List.of());
    }

    private void follow() {
        int here = unrolling.steps();
        Translation state = unrolling.at(here);
        unrolling.extend();
        invariants.forEach(unrolling::add);
        near(unrolling.steps()).forEach(unrolling::add);
        BoolExpr begin = definitions.fresh();
        begins.add(begin);
        solver.add(definitions.implies(begin, definitions.not(looping)));
        solver.add(definitions.implies(begin, isEntry(here)));
        looping = definitions.name(definitions.any(looping, begin));
        List<BoolExpr> taken = unrolling.taken(here);
        units.forEach(unit -> unit.follow(state, taken, looping));
        open.forEach(refutation -> refutation.follow(state, looping));
    }

    /** Whether the state after so many steps is the one in which the loop begins. */
    private BoolExpr isEntry(int time) {
        Context context = unrolling.context();
        return definitions.all(system.leaves().stream()
                .map(leaf -> context.mkEq(entry.get(leaf.number()), unrolling.leaf(leaf, time)))
                .toArray(BoolExpr[]::new));
    }

    private void goingRound(Consumer<Found> found) {
        List<BoolExpr> fair = new ArrayList<>(List.of(looping, isEntry(unrolling.steps())));
        units.forEach(unit -> fair.add(unit.owedNothing()));
        decide(
                fair,
                refutation -> !stopsAlone.contains(refutation.property()),
                Refutation::goingRound,
                model -> begin(model),
                found);
    }

    private void stopping(Consumer<Found> found) {
        Translation last = unrolling.at(unrolling.steps());
        List<BoolExpr> fair =
                units.stream().map(unit -> definitions.not(unit.enabled(last))).toList();
        decide(fair, this::mayStop, refutation -> refutation.stopping(last), _ -> unrolling.steps(), found);
    }

    /** Whether it is not known that stopping in the last state does not refute. */
    private boolean mayStop(Refutation refutation) {
        return notWithin.getOrDefault(refutation.property(), -1) < unrolling.steps();
    }

    private int begin(Model model) {
        for (int time = 0; time < begins.size(); time++) {
            if (Incremental.bits(model, begins.get(time)) != 0) {
                return time;
            }
        }
        throw new IllegalStateException("a loop begins nowhere");
    }

    private void decide(
            List<BoolExpr> fair,
            Predicate<Refutation> asked,
            Function<Refutation, BoolExpr> refutes,
            Function<Model, Integer> loop,
            Consumer<Found> found) {
        BoolExpr fairly = definitions.all(fair.toArray(BoolExpr[]::new));
        while (open.stream().anyMatch(asked)) {
            List<Refutation> goal = open.stream().filter(asked).toList();
            List<BoolExpr> goals = goal.stream().map(refutes).toList();
            BoolExpr some = definitions.any(goals.toArray(BoolExpr[]::new));
            solver.push();
            solver.add(fairly);
            solver.add(some);
            if (!solver.satisfiable()) {
                solver.pop();
                solver.add(definitions.not(definitions.all(fairly, some)));
                return;
            }
            Model model = solver.model();
            List<State> states = unrolling.states(model);
            int begin = loop.apply(model);
            Set<Property> hit = new HashSet<>();
            for (int i = 0; i < goals.size(); i++) {
                Property property = goal.get(i).property();
                if (Incremental.bits(model, goals.get(i)) != 0 && hit.add(property)) {
                    found.accept(new Found(property, states, OptionalInt.of(begin)));
                }
            }
            solver.pop();
            if (hit.isEmpty()) {
                throw new IllegalStateException("a model of some refutation makes none true");
            }
            open.removeIf(refutation -> hit.contains(refutation.property()));
        }
    }
}
