package dev.baton.codegen.trace;

import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.Choice;
import java.util.List;

/**
 * What a step of the model chooses, in the order in which code asks for it: branches of {@code either} by number,
 * elements and messages by code.
 */
final class Choices {
    private Choices() {}

    /** No code is generated for what several ways lead to. */
    static List<Long> of(Step step) {
        return step.action().ways().getFirst().stream()
                .map(choice -> switch (choice) {
                    case Choice.Branch c -> (long) c.number();
                    case Choice.Element c -> element(step, c.parameter());
                })
                .toList();
    }

    private static long element(Step step, String name) {
        Action action = step.action();
        for (int i = 0; i < action.parameters().size(); i++) {
            if (action.parameters().get(i).name().equals(name)) {
                return ValueCodes.code(
                        action.parameters().get(i).type(), step.arguments().get(i));
            }
        }
        throw new IllegalArgumentException(action.name() + " has no parameter " + name);
    }
}
