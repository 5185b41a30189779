package dev.baton.model.interpreter;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What expressions mean in one state, or over one step. {@code let}s and arguments of functions are evaluated at most
 * once, when first used.
 */
public final class Evaluator {
    private final Lookup lookup;
    private final State state;
    private final Optional<State> after;
    private final Runnable tick;

    /** @param tick run before each element that a quantifier looks at: only they make an evaluation long */
    Evaluator(Lookup lookup, State state, Optional<State> after, Runnable tick) {
        this.lookup = lookup;
        this.state = state;
        this.after = after;
        this.tick = tick;
    }

    /** The value of a boolean expression. */
    public boolean holds(Expr expr, Environment locals) {
        return value(expr, locals).asBool();
    }

    /**
     * The value of an expression.
     *
     * @throws UndefinedException if a partial operator is undefined
     */
    public Value value(Expr expr, Environment locals) {
        return switch (expr) {
            case Expr.Literal e -> e.value();
            case Expr.Constant e -> e.value();
            case Expr.Read e -> (e.primed() ? after.orElseThrow() : state).get(lookup.position(e.variable()));
            case Expr.Local e -> locals.get(e.name());
            case Expr.Apply e -> Operators.apply(new Operands(e, this, locals));
            case Expr.Get e -> struct(e.target(), locals).get(e.field());
            case Expr.Make e -> new Value.Struct(e.type(), values(e.fields(), locals));
            case Expr.With e -> changed(e, locals);
            case Expr.If e -> value(holds(e.condition(), locals) ? e.then() : e.otherwise(), locals);
            case Expr.Let e -> value(e.body(), locals.withLazy(e.name(), () -> value(e.value(), locals)));
            case Expr.Quantified e -> Quantifiers.value(e, this, locals);
            case Expr.Domain e -> lookup.all(e.element());
            case Expr.Is e -> Value.of(struct(e.target(), locals).type().name().equals(e.variant()));
            case Expr.As e -> value(e.target(), locals);
            case Expr.Fits e -> Value.of(Domain.contains(e.range(), value(e.target(), locals)));
            case Expr.Call e -> value(e.definition().body(), arguments(e, locals));
            case Expr.Query e -> throw new IllegalStateException("lowering left a question: " + e.question());
        };
    }

    /** The value of a quantifier's body for one element. */
    Value body(Expr.Quantified use, Value element, Environment locals) {
        tick.run();
        return value(use.body(), locals.with(use.binder().name(), element));
    }

    /** The elements of a set, in order. */
    List<Value> elements(Expr set, Environment locals) {
        return ((Value.SetOf) value(set, locals)).elements();
    }

    /** Whether a set has an element; a range or a whole type is not enumerated for it. */
    boolean isElement(Value element, Expr set, Environment locals) {
        return Sets.contains(set, element, this, locals);
    }

    private Value.Struct struct(Expr expr, Environment locals) {
        return (Value.Struct) value(expr, locals);
    }

    List<Value> values(List<Expr> exprs, Environment locals) {
        List<Value> values = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            values.add(value(expr, locals));
        }
        return values;
    }

    private Value changed(Expr.With with, Environment locals) {
        Value.Struct base = struct(with.base(), locals);
        Type.Struct type = base.type();
        List<Value> fields = new ArrayList<>(base.fields());
        for (Expr.FieldValue change : with.changes()) {
            fields.set(type.indexOf(change.field()), value(change.value(), locals));
        }
        return new Value.Struct(type, fields);
    }

    /** The parameters of a function bound to what a call gives; its body sees nothing else of the caller. */
    private Environment arguments(Expr.Call call, Environment locals) {
        Environment bound = Environment.EMPTY;
        List<Definition.Parameter> parameters = call.definition().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Expr argument = call.args().get(i);
            bound = bound.withLazy(parameters.get(i).name(), () -> value(argument, locals));
        }
        return bound;
    }
}
