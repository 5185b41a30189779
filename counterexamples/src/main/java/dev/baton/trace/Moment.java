package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** A state at which expressions are evaluated (or a step, by what the evaluator knows), with the locals in scope. */
public record Moment(int state, Evaluator evaluator, Environment locals) {

    /** The value of an expression; empty where it has none. */
    public Optional<Value> value(Expr expr) {
        try {
            return Optional.of(evaluator.value(expr, locals));
        } catch (UndefinedException undefined) {
            return Optional.empty();
        }
    }

    /** Whether a predicate has this value. */
    public boolean is(Expr expr, boolean wanted) {
        return value(expr).filter(v -> v.asBool() == wanted).isPresent();
    }

    /** The elements of a set; none where it has no value. */
    public List<Value> elements(Expr set) {
        return value(set).map(v -> ((Value.SetOf) v).elements()).orElse(List.of());
    }

    /** With one more local. */
    public Moment with(String name, Value value) {
        return new Moment(state, evaluator, locals.with(name, value));
    }

    /** With one more local, whose value is asked for when it is first used. */
    public Moment withLet(String name, Expr value) {
        return new Moment(state, evaluator, locals.withLazy(name, () -> evaluator.value(value, locals)));
    }

    Moment within(Environment scope) {
        return new Moment(state, evaluator, scope);
    }

    /** The locals of a function's body. */
    public Moment calling(Expr.Call call) {
        Environment scope = Environment.EMPTY;
        for (int i = 0; i < call.args().size(); i++) {
            Expr argument = call.args().get(i);
            scope = scope.withLazy(
                    call.definition().parameters().get(i).name(), () -> evaluator.value(argument, locals));
        }
        return within(scope);
    }
}
