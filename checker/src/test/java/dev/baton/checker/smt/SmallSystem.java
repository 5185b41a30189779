package dev.baton.checker.smt;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A system of a few integers, all zero at first, put together by hand. */
public final class SmallSystem {
    private final List<Variable> variables = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();

    /** An integer from 0 to {@code high}. */
    public Variable integer(String name, int high) {
        Variable variable = new Variable(
                name, Type.Range.of(0, high), number(0), Variable.Role.PRIVATE, Optional.empty(), Span.NONE);
        variables.add(variable);
        return variable;
    }

    public SmallSystem action(String name, Expr guard, Variable changed, Expr value) {
        Origin origin = new Origin(Origin.Kind.ACTION, "Small", name, name, Optional.empty(), Span.NONE);
        actions.add(new Action(
                name,
                List.of(),
                List.of(),
                guard,
                List.of(),
                List.of(new Action.Update(changed, value)),
                origin,
                List.of(),
                List.of()));
        return this;
    }

    public SmallSystem property(String name, Property.Kind kind, Expr left) {
        properties.add(new Property(name, kind, List.of(), left, Optional.empty(), Optional.empty(), Span.NONE));
        return this;
    }

    public TransitionSystem build() {
        return new TransitionSystem(
                "Small",
                Optional.empty(),
                SourceFile.NONE,
                List.of(),
                List.of(),
                List.of(),
                variables,
                actions,
                List.of(),
                properties,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    public static Expr read(Variable variable) {
        return new Expr.Read(variable, false, Span.NONE);
    }

    public static Expr next(Variable variable) {
        return new Expr.Read(variable, true, Span.NONE);
    }

    public static Expr number(int value) {
        return new Expr.Literal(Value.of(value), Type.Range.of(value, value), Span.NONE);
    }

    public static Expr compare(Op op, Expr left, Expr right) {
        return new Expr.Apply(op, List.of(left, right), Type.BOOL, Span.NONE);
    }

    public static Expr plus(Variable variable, int more) {
        return new Expr.Apply(
                Op.ADD, List.of(read(variable), number(more)), Type.Range.of(0, Integer.MAX_VALUE), Span.NONE);
    }
}
