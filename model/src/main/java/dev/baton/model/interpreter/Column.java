package dev.baton.model.interpreter;

import dev.baton.model.expr.Variable;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that one variable took so far, numbered from 0 in the order in which they came. */
final class Column {
    private final Variable variable;
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> numbers = new HashMap<>();

    Column(Variable variable) {
        this.variable = variable;
    }

    Value value(int number) {
        return values.get(number);
    }

    /**
     * The number of a value, a new one if need be.
     *
     * @throws IllegalStateException if the value is none of the variable's type: lowering lacks a check
     */
    int number(Value value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (!Domain.contains(variable.type(), value)) {
            throw new IllegalStateException(variable + " is " + value + ", which is no " + variable.type());
        }
        values.add(value);
        numbers.put(value, values.size() - 1);
        return values.size() - 1;
    }
}
