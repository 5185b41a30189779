package dev.baton.model.interpreter;

import dev.baton.model.fairness.Obligations;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of fairness that oblige somebody, one for each value of their actor, numbered from 0. */
public final class FairUnits {

    /** A unit for one value of its actor. */
    private record Unit(Fairness fairness, Optional<Value> actor) {

        boolean has(List<Value> arguments) {
            return actor.isEmpty() || actor.get().equals(arguments.getFirst());
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private final Map<String, List<Integer>> ofAction = new HashMap<>();
    private final BitSet weak = new BitSet();
    private final BitSet strong = new BitSet();

    FairUnits(Interpreter interpreter, State initial) {
        Evaluator anywhere = interpreter.evaluator(initial);
        for (Fairness fairness : interpreter.system().fairness()) {
            if (fairness.strength() == Fairness.Strength.UNFAIR) {
                continue;
            }
            if (fairness.actor().isEmpty()) {
                add(new Unit(fairness, Optional.empty()));
            } else {
                for (Value actor : anywhere.elements(fairness.actor().get().domain(), Environment.EMPTY)) {
                    add(new Unit(fairness, Optional.of(actor)));
                }
            }
        }
    }

    private void add(Unit unit) {
        int number = units.size();
        units.add(unit);
        (unit.fairness.strength() == Fairness.Strength.WEAK ? weak : strong).set(number);
        for (String action : unit.fairness.actions()) {
            ofAction.computeIfAbsent(action, name -> new ArrayList<>()).add(number);
        }
    }

    /** How many there are, and how they oblige. */
    public Obligations obligations() {
        return new Obligations(units.size(), weak, strong);
    }

    /** The units of which a step is one, if it changes the state. */
    public BitSet of(Action action, List<Value> arguments) {
        BitSet found = new BitSet();
        for (int unit : ofAction.getOrDefault(action.name(), List.of())) {
            found.set(unit, units.get(unit).has(arguments));
        }
        return found;
    }

    BitSet of(Step step) {
        return of(step.action(), step.arguments());
    }
}
