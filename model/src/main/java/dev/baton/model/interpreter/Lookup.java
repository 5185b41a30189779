package dev.baton.model.interpreter;

import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What evaluation looks up over and over: where in a state a variable stands, and a type as the set of its values. */
final class Lookup {
    private final Map<Variable, Integer> positions = new HashMap<>();
    private final Map<Type, Value.SetOf> sets = new ConcurrentHashMap<>();

    Lookup(List<Variable> variables) {
        for (int i = 0; i < variables.size(); i++) {
            positions.put(variables.get(i), i);
        }
    }

    /** The position of a variable in every state. */
    int position(Variable variable) {
        Integer position = positions.get(variable);
        if (position == null) {
            throw new IllegalStateException("the system has no variable " + variable);
        }
        return position;
    }

    /** All values of a type. */
    Value.SetOf all(Type type) {
        return sets.computeIfAbsent(type, t -> new Value.SetOf(Domain.values(t)));
    }
}
