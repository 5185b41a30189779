package dev.baton.codegen;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The first value of every variable of a system. */
public record FirstValues(Map<String, Value> values) {

    public static FirstValues of(TransitionSystem system) {
        State first = new Interpreter(system).initial();
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < system.variables().size(); i++) {
            values.put(system.variables().get(i).name(), first.get(i));
        }
        return new FirstValues(values);
    }

    /** The first value of a variable, which must be one of the system. */
    public Value of(String variable) {
        return Optional.ofNullable(values.get(variable)).orElseThrow();
    }
}
