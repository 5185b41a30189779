package dev.baton.view;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import dev.baton.trace.Explanation;
import dev.baton.trace.Moment;
import dev.baton.trace.Reason;
import java.util.ArrayList;
import java.util.List;

/** Why an action is not enabled: for each choice of its parameters the parts of its guard that are false. */
public final class WhyNot {
    /** More choices than these are not told. */
    private static final int MOST = 100;

    private final Action action;
    private final List<Instance> instances = new ArrayList<>();

    private WhyNot(Action action) {
        this.action = action;
    }

    /**
     * One choice of parameters.
     *
     * @param id see {@link StepId}
     * @param tree the false parts; a leaf where it is enabled
     */
    public record Instance(String id, Reason tree) {}

    static List<Instance> of(Interpreter interpreter, State state, Action action) {
        WhyNot whyNot = new WhyNot(action);
        whyNot.choose(List.of(), new Moment(0, interpreter.evaluator(state), Environment.EMPTY));
        return List.copyOf(whyNot.instances);
    }

    private void choose(List<Value> arguments, Moment at) {
        if (instances.size() >= MOST) {
            return;
        }
        if (arguments.size() == action.parameters().size()) {
            instances.add(new Instance(StepId.of(action, arguments), tree(StepId.of(action, arguments), at)));
            return;
        }
        Binder parameter = action.parameters().get(arguments.size());
        List<Value> values = at.elements(parameter.domain());
        if (values.isEmpty()) {
            String id = StepId.of(action, arguments);
            instances.add(new Instance(
                    id, new Reason(id, "", List.of(Reason.leaf("no " + parameter.name() + " there", "")))));
        }
        for (Value value : values) {
            List<Value> longer = new ArrayList<>(arguments);
            longer.add(value);
            choose(longer, at.with(parameter.name(), value));
        }
    }

    private Reason tree(String id, Moment at) {
        Moment scope = at;
        for (Action.Binding let : action.lets()) {
            scope = scope.withLet(let.name(), let.value());
        }
        List<Reason> reasons = new ArrayList<>();
        for (Expr part : Explanation.parts(action.guard(), Op.AND)) {
            if (!scope.is(part, true)) {
                reasons.add(Explanation.why(part, List.of(scope)));
            }
        }
        return reasons.isEmpty() ? Reason.leaf(id, "enabled") : new Reason(id, "", reasons);
    }
}
