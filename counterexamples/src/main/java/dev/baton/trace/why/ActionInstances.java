package dev.baton.trace.why;

import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import dev.baton.trace.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An action in a state under all values that its parameters may have there, whether it can be taken or not. */
final class ActionInstances {
    /** More than these are not looked at. */
    static final int MOST = 256;

    private final Action action;
    private final List<Instance> instances = new ArrayList<>();

    private ActionInstances(Action action) {
        this.action = action;
    }

    /**
     * @param arguments the values so far, in order
     * @param scope what names mean in the guard
     * @param lacking the parameter for which there is nothing to choose from, and at which the values end; empty if
     *     each has one
     */
    record Instance(List<Value> arguments, Scope scope, Optional<Binder> lacking) {}

    static List<Instance> of(Interpreter interpreter, State state, Action action) {
        ActionInstances instances = new ActionInstances(action);
        instances.bind(List.of(), Scope.of(new Moment(0, interpreter.evaluator(state), Environment.EMPTY)));
        return List.copyOf(instances.instances);
    }

    private void bind(List<Value> arguments, Scope scope) {
        if (instances.size() >= MOST) {
            return;
        }
        if (arguments.size() == action.parameters().size()) {
            Scope all = scope;
            for (Action.Binding let : action.lets()) {
                all = all.withLet(let.name(), let.value());
            }
            instances.add(new Instance(arguments, all, Optional.empty()));
            return;
        }
        Binder parameter = action.parameters().get(arguments.size());
        List<Value> values = scope.moment().elements(parameter.domain());
        if (values.isEmpty()) {
            instances.add(new Instance(arguments, scope, Optional.of(parameter)));
        }
        for (Value value : values) {
            List<Value> longer = new ArrayList<>(arguments);
            longer.add(value);
            bind(longer, scope.with(parameter.name(), value));
        }
    }
}
