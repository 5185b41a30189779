package dev.baton.trace.why;

import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import dev.baton.trace.Moment;
import dev.baton.trace.PropertyTree;
import dev.baton.trace.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an action can't be taken in a state under some values of its parameters.
 *
 * @param arguments those values, in order
 * @param tree the guard, with what each part that decides is worth
 */
public record NotEnabled(List<Value> arguments, Reason tree) {
    /** More instances than this are not looked at. */
    private static final int MOST = 256;

    public NotEnabled {
        arguments = List.copyOf(arguments);
    }

    /** An action under values of its parameters, taken or not. */
    record Instance(List<Value> arguments, Scope scope) {}

    /**
     * One for each instance of an action that is not enabled, in the order of the instances; those that are enabled are
     * not among them. Where a parameter has nothing to choose from there is no instance.
     */
    public static List<NotEnabled> of(Interpreter interpreter, State state, Action action) {
        return instances(interpreter, state, action).stream()
                .filter(i -> !i.scope().moment().is(action.guard(), true))
                .map(i -> new NotEnabled(
                        i.arguments(), PropertyTree.of(action.guard(), i.scope().moment())))
                .toList();
    }

    static List<Instance> instances(Interpreter interpreter, State state, Action action) {
        List<Instance> found = new ArrayList<>();
        Scope scope = Scope.of(new Moment(0, interpreter.evaluator(state), Environment.EMPTY));
        bind(action, List.of(), scope, found);
        return List.copyOf(found);
    }

    private static void bind(Action action, List<Value> arguments, Scope scope, List<Instance> into) {
        if (into.size() >= MOST) {
            return;
        }
        if (arguments.size() == action.parameters().size()) {
            Scope all = scope;
            for (Action.Binding let : action.lets()) {
                all = all.withLet(let.name(), let.value());
            }
            into.add(new Instance(arguments, all));
            return;
        }
        Binder parameter = action.parameters().get(arguments.size());
        for (Value value : scope.moment().elements(parameter.domain())) {
            List<Value> longer = new ArrayList<>(arguments);
            longer.add(value);
            bind(action, longer, scope.with(parameter.name(), value), into);
        }
    }
}
