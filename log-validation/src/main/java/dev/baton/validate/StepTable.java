package dev.baton.validate;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of an action, some of its arguments fixed. What they change depends only on the cells that they read or
 * write, so that what the interpreter said of some contents of these is kept, as long as that pays.
 */
final class StepTable {
    private static final int MOST = 1 << 13;
    private static final int TRIAL = 1 << 12;

    private final Interpreter interpreter;
    private final Action action;
    private final Footprint footprint;
    private final Cell[] looks;
    private final Cell[] writes;
    private final Map<Key, List<Outcome>> known = new HashMap<>();
    private int asked;
    private int found;
    private boolean pays = true;

    /** @param given by name of the parameter */
    StepTable(Interpreter interpreter, Action action, Map<String, Value> given, Cells cells) {
        this.interpreter = interpreter;
        this.action = action;
        this.footprint = Footprint.of(action, given, cells);
        Set<Cell> all = new LinkedHashSet<>(footprint.reads());
        all.addAll(footprint.writes());
        this.looks = all.toArray(Cell[]::new);
        this.writes = footprint.writes().toArray(Cell[]::new);
    }

    Action action() {
        return action;
    }

    Footprint footprint() {
        return footprint;
    }

    /**
     * What the action's steps from a situation make of it.
     *
     * @param arguments of all parameters, as far as they are known
     */
    List<Outcome> outcomes(Situation before, List<Optional<Value>> arguments) {
        if (!pays) {
            return ask(before, arguments);
        }
        Key key = key(before, arguments);
        asked++;
        List<Outcome> outcomes = known.get(key);
        if (outcomes != null) {
            found++;
            return outcomes;
        }
        outcomes = ask(before, arguments);
        if (asked >= TRIAL) {
            pays = found * 4 > asked;
            asked = 0;
            found = 0;
        }
        if (known.size() >= MOST || !pays) {
            known.clear();
        }
        known.put(key, outcomes);
        return outcomes;
    }

    private List<Outcome> ask(Situation before, List<Optional<Value>> arguments) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Step step : interpreter.successors(before.state(), action, arguments)) {
            outcomes.add(outcome(before, step));
        }
        return outcomes;
    }

    private Outcome outcome(Situation before, Step step) {
        Situation after = Situation.of(step.after());
        if (interpreter.stopped(step.after())) {
            TransitionSystem.ErrorSites errors = interpreter.system().error().orElseThrow();
            int position = interpreter.system().variables().indexOf(errors.variable());
            int site = ((Value.EnumMember) after.get(position)).ordinal() - 1;
            return new Outcome(errors.sites().get(site));
        }
        List<Cell> cells = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Cell cell : writes) {
            Value now = cell.of(after);
            if (!now.equals(cell.of(before))) {
                cells.add(cell);
                values.add(now);
            }
        }
        return new Outcome(cells, values);
    }

    private Key key(Situation situation, List<Optional<Value>> arguments) {
        Value[] values = new Value[looks.length];
        int hash = arguments.hashCode();
        for (int i = 0; i < looks.length; i++) {
            values[i] = looks[i].of(situation);
            hash = hash * 31 + values[i].hashCode();
        }
        return new Key(values, arguments, hash);
    }

    /** Contents of the cells that matter. */
    private static final class Key {
        private final Value[] values;
        private final List<Optional<Value>> arguments;
        private final int hash;

        Key(Value[] values, List<Optional<Value>> arguments, int hash) {
            this.values = values;
            this.arguments = arguments;
            this.hash = hash;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.hash == hash
                    && Arrays.equals(key.values, values)
                    && key.arguments.equals(arguments);
        }
    }
}
