package dev.baton.model.interpreter;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.value.Value;
import java.util.List;

/**
 * The operands of one use of an operator; each is evaluated when it is asked for, so that connectives short-circuit.
 */
record Operands(Expr.Apply use, Evaluator in, Environment locals) {

    Op op() {
        return use.op();
    }

    Value value(int i) {
        return in.value(use.arg(i), locals);
    }

    List<Value> values() {
        return in.values(use.args(), locals);
    }

    boolean truth(int i) {
        return value(i).asBool();
    }

    int number(int i) {
        return value(i).asInt();
    }

    Value.SetOf set(int i) {
        return (Value.SetOf) value(i);
    }

    Value.MapOf map(int i) {
        return (Value.MapOf) value(i);
    }

    /** The elements of a sequence. */
    List<Value> sequence(int i) {
        return ((Value.Seq) value(i)).elements();
    }

    /** The elements of a bag. */
    List<Value> bag(int i) {
        return ((Value.Bag) value(i)).elements();
    }

    UndefinedException undefined(String why) {
        return new UndefinedException(why, use);
    }
}
