package dev.baton.trace.why;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import dev.baton.trace.Explanation;
import dev.baton.trace.Names;
import dev.baton.trace.PropertyTree;
import dev.baton.trace.Reason;
import dev.baton.trace.StepId;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an action can be taken in a state under some values of its parameters, and why not.
 *
 * @param id see {@link StepId}
 * @param who as traces call who would take it: {@code Sender(0).send}
 * @param arguments the values; fewer than there are parameters where one has nothing to choose from
 * @param next whether the task's or handler's control is where this begins; true of what has no control
 * @param tree headed by {@code id}: the parts of the guard that are false, or a leaf that says {@code enabled}
 */
public record WhyNot(String id, String who, List<Value> arguments, boolean enabled, boolean next, Reason tree) {
    /** More values of an action's parameters than these are not looked at. */
    public static final int MOST = ActionInstances.MOST;

    public WhyNot {
        arguments = List.copyOf(arguments);
    }

    /** One for each choice of the action's parameters, enabled or not, in the order of the choices; at least one. */
    public static List<WhyNot> of(Interpreter interpreter, State state, Action action) {
        boolean over = interpreter.stopped(state);
        return ActionInstances.of(interpreter, state, action).stream()
                .map(instance -> of(action, instance, over))
                .toList();
    }

    private static WhyNot of(Action action, ActionInstances.Instance instance, boolean over) {
        List<Reason> reasons = new ArrayList<>();
        boolean next = true;
        if (over) {
            reasons.add(Reason.leaf("an error has stopped everybody", ""));
        }
        if (instance.lacking().isPresent()) {
            reasons.add(Reason.leaf("no " + instance.lacking().get().name() + " there", ""));
        } else {
            for (Expr part : Explanation.parts(action.guard(), Op.AND)) {
                if (!instance.scope().moment().is(part, true)) {
                    next &= Shape.reads(part).stream().noneMatch(v -> v.name().equals(Access.control(action)));
                    reasons.add(PropertyTree.of(part, instance.scope().moment()));
                }
            }
        }
        String id = StepId.of(action, instance.arguments());
        String who = Names.who(action, instance.arguments());
        Reason tree = reasons.isEmpty() ? Reason.leaf(id, "enabled") : new Reason(id, "", reasons);
        return new WhyNot(id, who, instance.arguments(), reasons.isEmpty(), next, tree);
    }
}
