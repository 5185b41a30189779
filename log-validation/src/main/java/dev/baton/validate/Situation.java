package dev.baton.validate;

import dev.baton.model.interpreter.State;
import dev.baton.model.value.Value;
import java.util.List;

/** A state of the model, made to be compared often and changed a little: equal ones have equal values. */
final class Situation {
    private final Value[] values;
    private final int hash;

    private Situation(Value[] values, int hash) {
        this.values = values;
        this.hash = hash;
    }

    static Situation of(State state) {
        Value[] values = state.values().toArray(Value[]::new);
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash += part(i, values[i]);
        }
        return new Situation(values, hash);
    }

    Value get(int variable) {
        return values[variable];
    }

    State state() {
        return new State(List.of(values));
    }

    /** The same but for these cells, which hold these values then. */
    @SuppressWarnings("ReferenceEquality") // most values are the same objects, and looking into them costs the most
    Situation with(Cell[] cells, Value[] now) {
        if (cells.length == 0) {
            return this;
        }
        Value[] changed = values.clone();
        for (int i = 0; i < cells.length; i++) {
            int variable = cells[i].variable();
            int key = cells[i].key();
            changed[variable] = key < 0 ? now[i] : put((Value.MapOf) changed[variable], key, now[i]);
        }
        int sum = hash;
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] != values[i]) {
                sum += part(i, changed[i]) - part(i, values[i]);
            }
        }
        return new Situation(changed, sum);
    }

    private static Value put(Value.MapOf map, int key, Value value) {
        Value[] entries = map.values().toArray(Value[]::new);
        entries[key] = value;
        return new Value.MapOf(map.key(), List.of(entries));
    }

    private static int part(int variable, Value value) {
        int mixed = value.hashCode() * 0x9E3779B9 + variable * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // as above
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Situation s) || s.hash != hash) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != s.values[i] && !values[i].equals(s.values[i])) {
                return false;
            }
        }
        return true;
    }
}
