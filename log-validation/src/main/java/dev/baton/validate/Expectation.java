package dev.baton.validate;

import dev.baton.model.value.Value;
import java.util.List;

/**
 * What a log says of the state before an event's step.
 *
 * @param cell the model's variable
 * @param allowed the values that it may have
 * @param text as the log says it: {@code at send_if}, {@code h = 2}
 * @param name of what it is about, for people: {@code Sender(1).send at}
 */
record Expectation(Cell cell, List<Value> allowed, String text, String name) {
    Expectation {
        allowed = List.copyOf(allowed);
    }

    boolean met(Situation situation) {
        return allowed.contains(cell.of(situation));
    }
}
