package dev.baton.trace;

import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.StringJoiner;

/**
 * A step as one word that tells it from all other steps of its state: {@code raise_bell(self=Spawn(1))}; the action's
 * name alone, where it has no parameters.
 */
public final class StepId {
    private StepId() {}

    public static String of(Step step) {
        return of(step.action(), step.arguments());
    }

    public static String of(Action action, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return action.name();
        }
        StringJoiner id = new StringJoiner(",", action.name() + "(", ")");
        for (int i = 0; i < arguments.size(); i++) {
            id.add(action.parameters().get(i).name() + "=" + arguments.get(i));
        }
        return id.toString();
    }

    /** The name of the action in an identifier. */
    public static String action(String id) {
        int bracket = id.indexOf('(');
        return bracket < 0 ? id : id.substring(0, bracket);
    }
}
