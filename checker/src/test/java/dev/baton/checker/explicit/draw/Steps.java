package dev.baton.checker.explicit.draw;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import java.util.List;
import java.util.Optional;

/** Instances of an action, for tests that write their terms themselves. */
public final class Steps {
    private Steps() {}

    public static Action action(List<Action.Update> updates) {
        Origin origin = new Origin(Origin.Kind.ACTION, "Test", "step", "step", Optional.empty(), Span.NONE);
        return new Action("step", List.of(), List.of(), Expr.TRUE, List.of(), updates, origin, List.of(), List.of());
    }

    public static Instance instance(int number, List<Node> guard, List<Node> words) {
        return instance(number, guard, List.of(), words);
    }

    public static Instance instance(int number, List<Node> guard, List<Instance.Check> checks, List<Node> words) {
        return new Instance(number, action(List.of()), List.of(), guard, checks, words, List.of());
    }
}
