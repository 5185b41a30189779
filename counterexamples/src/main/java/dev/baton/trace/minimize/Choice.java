package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Value;
import java.util.List;

/** A step by what it is, wherever it is taken and whatever it leads to. */
public record Choice(Action action, List<Value> arguments) {
    public Choice {
        arguments = List.copyOf(arguments);
    }

    /** What a step of a trace is. */
    public static Choice of(Step step) {
        return new Choice(step.action(), step.arguments());
    }

    /** Who takes it: {@code Spawn Spawn(1)}; tasks and handlers of one kernel are one. */
    public String actor() {
        return action.origin().actor() + (indexed() ? " " + arguments.getFirst() : "");
    }

    /** Whether its first argument is the acting member. */
    public boolean indexed() {
        return !action.parameters().isEmpty()
                && action.parameters().getFirst().name().equals("self");
    }

    boolean fault() {
        return action.origin().kind() == Origin.Kind.FAULT;
    }
}
