package dev.baton.trace.why;

import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import dev.baton.trace.Moment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What names mean where an expression stands: their values, and of some the expressions that they stand for. */
record Scope(Moment moment, Map<String, Deferred> deferred) {

    /** An expression that is read where its name is first used. */
    record Deferred(Expr expr, Scope scope) {}

    static Scope of(Moment moment) {
        return new Scope(moment, Map.of());
    }

    /** Of the expressions of a step's action. */
    static Scope of(Interpreter interpreter, State before, Step step) {
        Action action = step.action();
        Scope scope = of(new Moment(0, interpreter.evaluator(before), Environment.EMPTY));
        for (int i = 0; i < action.parameters().size(); i++) {
            scope = scope.with(
                    action.parameters().get(i).name(), step.arguments().get(i));
        }
        for (Action.Binding let : action.lets()) {
            scope = scope.withLet(let.name(), let.value());
        }
        return scope;
    }

    /** The expression that a name stands for; empty if it stands for a value. */
    Optional<Deferred> meant(String name) {
        return Optional.ofNullable(deferred.get(name));
    }

    Scope with(String name, Value value) {
        Map<String, Deferred> rest = new HashMap<>(deferred);
        rest.remove(name);
        return new Scope(moment.with(name, value), rest);
    }

    Scope withLet(String name, Expr value) {
        Map<String, Deferred> more = new HashMap<>(deferred);
        more.put(name, new Deferred(value, this));
        return new Scope(moment.withLet(name, value), more);
    }

    Scope calling(Expr.Call call) {
        Map<String, Deferred> arguments = new HashMap<>();
        for (int i = 0; i < call.args().size(); i++) {
            String name = call.definition().parameters().get(i).name();
            arguments.put(name, new Deferred(call.args().get(i), this));
        }
        return new Scope(moment.calling(call), arguments);
    }
}
