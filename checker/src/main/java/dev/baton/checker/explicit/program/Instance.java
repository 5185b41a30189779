package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import java.util.List;

/**
 * An action under one binding of its parameters.
 *
 * @param arguments one for each parameter of the action
 * @param guard all must be true, or the step can't be taken
 * @param checks the first that does not hold decides where the step leads to
 * @param words the state that it leads to if all hold
 * @param marks what it uses of what was written
 */
public record Instance(
        int number,
        Action action,
        List<Value> arguments,
        List<Node> guard,
        List<Check> checks,
        List<Node> words,
        List<Mark> marks) {

    public Instance {
        arguments = List.copyOf(arguments);
        guard = List.copyOf(guard);
        checks = List.copyOf(checks);
        words = List.copyOf(words);
        marks = List.copyOf(marks);
    }

    /** That the step uses something where {@code condition} holds, which is asked only if the guard does. */
    public record Mark(int coverable, Node condition) {}

    /** @param words the state that the step leads to if this check is the first that does not hold */
    public record Check(Node holds, List<Node> words) {
        public Check {
            words = List.copyOf(words);
        }
    }
}
