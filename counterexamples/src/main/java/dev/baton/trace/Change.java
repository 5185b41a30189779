package dev.baton.trace;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One entry of a state that a step changed.
 *
 * @param keys lead into the variable's maps, outermost first
 * @param fields lead on into a record, where only some of its fields changed
 */
public record Change(Variable variable, List<Value> keys, List<String> fields, Value before, Value after) {

    public Change {
        keys = List.copyOf(keys);
        fields = List.copyOf(fields);
    }

    /** What differs between two states: in the order of the variables, map by map entry by entry. */
    public static List<Change> between(TransitionSystem system, State before, State after) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            collect(new Change(variable, List.of(), List.of(), before.get(i), after.get(i)), changes);
        }
        return changes;
    }

    private static void collect(Change change, List<Change> into) {
        if (change.before.equals(change.after)) {
            return;
        }
        if (change.before instanceof Value.MapOf b && change.after instanceof Value.MapOf a) {
            List<Value> keys = Domain.values(b.key());
            for (int i = 0; i < keys.size(); i++) {
                collect(change.within(keys.get(i), b.values().get(i), a.values().get(i)), into);
            }
        } else if (change.before instanceof Value.Struct b && change.after instanceof Value.Struct a && partly(b, a)) {
            for (int i = 0; i < b.fields().size(); i++) {
                String field = b.type().fields().get(i).name();
                collect(change.within(field, b.fields().get(i), a.fields().get(i)), into);
            }
        } else {
            into.add(change);
        }
    }

    /** Whether some fields of a record changed and others did not. */
    private static boolean partly(Value.Struct before, Value.Struct after) {
        if (!before.type().name().equals(after.type().name())) {
            return false;
        }
        for (int i = 0; i < before.fields().size(); i++) {
            if (before.fields().get(i).equals(after.fields().get(i))) {
                return true;
            }
        }
        return false;
    }

    private Change within(Value key, Value before, Value after) {
        List<Value> longer = new ArrayList<>(keys);
        longer.add(key);
        return new Change(variable, longer, fields, before, after);
    }

    private Change within(String field, Value before, Value after) {
        List<String> longer = new ArrayList<>(fields);
        longer.add(field);
        return new Change(variable, keys, longer, before, after);
    }

    /** {@code Spawn(1).sent}. */
    public String name() {
        return Names.entry(variable, keys) + (fields.isEmpty() ? "" : "." + String.join(".", fields));
    }

    /** What stands behind the variable's name, but for the acting member's key. */
    String path() {
        boolean member = !keys.isEmpty()
                && keys.getFirst() instanceof Value.Member m
                && variable.name().startsWith(m.type().name() + ".");
        String brackets = (member ? keys.subList(1, keys.size()) : keys)
                .stream().map(k -> "[" + k + "]").collect(Collectors.joining());
        return brackets + (fields.isEmpty() ? "" : "." + String.join(".", fields));
    }

    /**
     * {@code Spawn(1).sent: 0 → 1}; where that is too long, the arrow on a line of its own, and of a set only what came
     * and what went.
     */
    List<String> lines(int width) {
        String old = name() + ": " + Names.value(variable, before);
        String now = "→ " + Names.value(variable, after);
        if (old.length() + 1 + now.length() <= width) {
            return List.of(old + " " + now);
        }
        if (before instanceof Value.SetOf b && after instanceof Value.SetOf a) {
            List<String> lines = new ArrayList<>(List.of(name() + ":"));
            a.elements().stream().filter(e -> !b.contains(e)).forEach(e -> lines.add("    + " + e));
            b.elements().stream().filter(e -> !a.contains(e)).forEach(e -> lines.add("    - " + e));
            return List.copyOf(lines);
        }
        int indent = Math.min(name().length(), width / 3);
        return List.of(old, " ".repeat(indent) + now);
    }
}
