package dev.baton.trace;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A variable, or an entry of one that is a map: what a reader takes for one thing of a state.
 *
 * @param position of the variable in the system
 * @param keys lead into its maps, outermost first
 */
public record StateEntry(Variable variable, int position, List<Value> keys) {

    public StateEntry {
        keys = List.copyOf(keys);
    }

    /** Those that are not the same in all of these states; in the order of the variables, then of the keys. */
    public static List<StateEntry> varying(TransitionSystem system, List<State> states) {
        List<StateEntry> entries = new ArrayList<>();
        collect(system, states, true, entries);
        return List.copyOf(entries);
    }

    /** Those that are the same in all of these states; of a map that never varies only the whole. */
    public static List<StateEntry> constant(TransitionSystem system, List<State> states) {
        List<StateEntry> entries = new ArrayList<>();
        collect(system, states, false, entries);
        return List.copyOf(entries);
    }

    private static void collect(TransitionSystem system, List<State> states, boolean varying, List<StateEntry> into) {
        for (int i = 0; i < system.variables().size(); i++) {
            int position = i;
            List<Value> values = states.stream().map(s -> s.get(position)).toList();
            collect(new StateEntry(system.variables().get(i), i, List.of()), values, varying, into);
        }
    }

    private static void collect(StateEntry entry, List<Value> values, boolean varying, List<StateEntry> into) {
        boolean same = new HashSet<>(values).size() <= 1;
        if (!same && values.getFirst() instanceof Value.MapOf map) {
            List<Value> keys = Domain.values(map.key());
            for (int i = 0; i < keys.size(); i++) {
                int at = i;
                List<Value> within = values.stream()
                        .map(v -> ((Value.MapOf) v).values().get(at))
                        .toList();
                collect(entry.within(keys.get(i)), within, varying, into);
            }
        } else if (same != varying) {
            into.add(entry);
        }
    }

    private StateEntry within(Value key) {
        List<Value> longer = new ArrayList<>(keys);
        longer.add(key);
        return new StateEntry(variable, position, longer);
    }

    /** {@code Spawn(1).sent}. */
    public String name() {
        return Names.entry(variable, keys);
    }

    /** Its value in a state, as traces write it. */
    public String value(State state) {
        Value value = state.get(position);
        for (Value key : keys) {
            value = ((Value.MapOf) value).get(key);
        }
        return Names.value(variable, value);
    }
}
