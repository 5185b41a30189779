package dev.baton.checker.explicit.draw;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps and systems for tests that write their terms themselves, or need none. */
public final class Steps {
    private Steps() {}

    public static Action action(List<Action.Update> updates) {
        Origin origin = new Origin(Origin.Kind.ACTION, "Test", "step", "step", Optional.empty(), Span.NONE);
        return new Action("step", List.of(), List.of(), Expr.TRUE, List.of(), updates, origin, List.of(), List.of());
    }

    /** A system with a variable of each type, {@code v0} and so on, all of which its one step writes. */
    public static TransitionSystem system(List<Type> types, List<Type.Index> symmetric) {
        List<Variable> variables = new ArrayList<>();
        for (Type type : types) {
            Expr init = new Expr.Literal(Domain.first(type), type, Span.NONE);
            String name = "v" + variables.size();
            variables.add(new Variable(name, type, init, Variable.Role.PRIVATE, Optional.empty(), Span.NONE));
        }
        Action step = action(variables.stream()
                .map(v -> new Action.Update(v, new Expr.Read(v, false, Span.NONE)))
                .toList());
        return new TransitionSystem(
                "Test",
                Optional.empty(),
                SourceFile.NONE,
                List.of(),
                List.of(),
                List.of(),
                variables,
                List.of(step),
                List.of(),
                List.of(),
                Optional.empty(),
                symmetric,
                Optional.empty(),
                List.of());
    }

    public static Instance instance(int number, List<Node> guard, List<Node> words) {
        return instance(number, guard, List.of(), words);
    }

    public static Instance instance(int number, List<Node> guard, List<Instance.Check> checks, List<Node> words) {
        return new Instance(number, action(List.of()), List.of(), guard, checks, words, List.of());
    }
}
