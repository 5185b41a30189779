package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines that say where a trace begins: what the property or a step of the trace reads or changes. */
final class FirstState {
    private FirstState() {}

    static List<String> lines(TransitionSystem system, Property property, Trace trace, boolean full) {
        return lines(system, Optional.of(property), trace, full);
    }

    static List<String> lines(TransitionSystem system, Optional<Property> property, Trace trace, boolean full) {
        Set<Variable> relevant = relevant(property, trace);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            Value value = trace.first().get(i);
            if (full || (relevant.contains(variable) && telling(variable, value))) {
                entries(variable, List.of(), value, lines);
            }
        }
        return lines;
    }

    /**
     * The same of a trace that need not begin where the system does: what is read or changed, and whatever else is not
     * as it is at first.
     */
    static List<String> anywhere(TransitionSystem system, Property property, Trace trace, State initial) {
        Set<Variable> relevant = relevant(Optional.of(property), trace);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            Value value = trace.first().get(i);
            if (relevant.contains(variable) && telling(variable, value)) {
                entries(variable, List.of(), value, lines);
            } else {
                Change.between(system, initial, trace.first()).stream()
                        .filter(change -> change.variable().equals(variable))
                        .forEach(change -> lines.add(change.name() + ": " + Names.value(variable, change.after())));
            }
        }
        return lines;
    }

    /** What the designer declared always tells something; what Baton added only if it isn't at rest. */
    private static boolean telling(Variable variable, Value value) {
        return switch (variable.role()) {
            case PRIVATE, MEMORY, OWNER -> true;
            case CHANNEL, PENDING, MASK, BUFFER -> !value.equals(Domain.first(variable.type()));
            case LIFE -> !value.equals(uniform(value, "live"));
            case LOCAL, CONTROL, BUDGET, HISTORY, ERROR -> false;
        };
    }

    /** A value of the same shape in which every entry is an enumeration's member of this name, if there is one. */
    private static Value uniform(Value value, String member) {
        if (value instanceof Value.MapOf map) {
            return new Value.MapOf(
                    map.key(),
                    map.values().stream().map(v -> uniform(v, member)).toList());
        }
        if (value instanceof Value.EnumMember e && e.type().members().contains(member)) {
            return new Value.EnumMember(e.type(), e.type().members().indexOf(member));
        }
        return value;
    }

    private static void entries(Variable variable, List<Value> keys, Value value, List<String> into) {
        if (!(value instanceof Value.MapOf map)) {
            into.add(Names.entry(variable, keys) + ": " + Names.value(variable, value));
            return;
        }
        List<Value> leaves = new ArrayList<>();
        leaves(value, leaves);
        if (leaves.size() > 1 && leaves.stream().distinct().count() == 1) {
            String same = Names.value(variable, leaves.getFirst());
            into.add(Names.entry(variable, keys) + ": " + same + " for each " + map.key());
            return;
        }
        List<Value> all = Domain.values(map.key());
        for (int i = 0; i < all.size(); i++) {
            List<Value> longer = new ArrayList<>(keys);
            longer.add(all.get(i));
            entries(variable, longer, map.values().get(i), into);
        }
    }

    private static void leaves(Value value, List<Value> into) {
        if (value instanceof Value.MapOf map) {
            map.values().forEach(v -> leaves(v, into));
        } else {
            into.add(value);
        }
    }

    private static Set<Variable> relevant(Optional<Property> property, Trace trace) {
        Set<Variable> found = new HashSet<>();
        property.map(Property::left).ifPresent(e -> found.addAll(Shape.reads(e)));
        property.flatMap(Property::right).ifPresent(e -> found.addAll(Shape.reads(e)));
        for (Step step : trace.steps()) {
            Action action = step.action();
            List<Expr> read = new ArrayList<>();
            read.add(action.guard());
            action.lets().forEach(l -> read.add(l.value()));
            action.checks().forEach(c -> read.add(c.condition()));
            action.updates().forEach(u -> read.add(u.value()));
            action.parameters().forEach(p -> read.add(p.domain()));
            read.forEach(e -> found.addAll(Shape.reads(e)));
            action.updates().forEach(u -> found.add(u.variable()));
        }
        return found;
    }
}
