package dev.baton.validate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.Explanation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which actions of a system are the steps of which unit, at which place. */
final class Units {
    private final Map<String, List<Action>> byPlace = new HashMap<>();
    private final Map<String, ControlPoints.Unit> units = new HashMap<>();

    Units(TransitionSystem system, ControlPoints points) {
        points.units().forEach(unit -> units.put(unit.actor().name() + " " + unit.name(), unit));
        for (Action action : system.actions()) {
            Origin origin = action.origin();
            String place = origin.actor() + " " + origin.unit() + " ";
            switch (origin.kind()) {
                case TASK, INTERRUPT -> add(place + "at " + label(action, unit(origin.actor(), origin.unit())), action);
                case DELIVERY -> add(place + "deliver", action);
                case ACTION, HANDLER -> add(place + "-", action);
                case DRAIN -> add("drain", action);
                case FAULT -> add("fault " + origin.text(), action);
            }
        }
    }

    private void add(String place, Action action) {
        byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(action);
    }

    private List<Action> at(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    private Optional<ControlPoints.Unit> unit(String actor, String name) {
        return Optional.ofNullable(units.get(actor + " " + name));
    }

    /** The task or interrupt handler of this name. */
    Optional<ControlPoints.Unit> unit(Actor actor, String name) {
        return unit(actor.name(), name);
    }

    /** Those whose step begins at a label. */
    List<Action> steps(ControlPoints.Unit unit, String label) {
        String at = unit.control().isPresent() ? label : "";
        return at(unit.actor().name() + " " + unit.name() + " at " + at);
    }

    List<Action> deliveries(ControlPoints.Unit unit) {
        return at(unit.actor().name() + " " + unit.name() + " deliver");
    }

    /** Those of an action or {@code on} handler. */
    List<Action> actions(Actor actor, String name) {
        return at(actor.name() + " " + name + " -");
    }

    List<Action> drains() {
        return at("drain");
    }

    /** Those of a declared fault: {@code crash Sender}. */
    List<Action> faults(String declared) {
        return at("fault " + declared);
    }

    /** The label at which control is before a step; empty where control is at one place only. */
    private static String label(Action action, Optional<ControlPoints.Unit> unit) {
        Optional<Variable> control = unit.flatMap(ControlPoints.Unit::control);
        if (control.isEmpty()) {
            return "";
        }
        for (Expr part : Explanation.parts(action.guard(), Op.AND)) {
            if (part instanceof Expr.Apply equal
                    && equal.op() == Op.EQ
                    && equal.arg(1) instanceof Expr.Literal literal
                    && literal.value() instanceof Value.EnumMember label
                    && reads(equal.arg(0), control.get())) {
                return label.toString();
            }
        }
        throw new IllegalStateException("the guard of " + action.name() + " does not say where control is");
    }

    private static boolean reads(Expr expr, Variable variable) {
        Expr whole = expr instanceof Expr.Apply at && at.op() == Op.AT ? at.arg(0) : expr;
        return whole instanceof Expr.Read read && read.variable().equals(variable);
    }
}
