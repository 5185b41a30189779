package dev.baton.model.interpreter;

import dev.baton.model.expr.Expr;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** What each {@code Quantifier} means. */
final class Quantifiers {
    private final Expr.Quantified use;
    private final Evaluator in;
    private final Environment locals;
    private final List<Value> elements;

    private Quantifiers(Expr.Quantified use, Evaluator in, Environment locals) {
        this.use = use;
        this.in = in;
        this.locals = locals;
        this.elements = in.elements(use.binder().domain(), locals);
    }

    static Value value(Expr.Quantified use, Evaluator in, Environment locals) {
        return new Quantifiers(use, in, locals).value();
    }

    private Value value() {
        return switch (use.kind()) {
            case FORALL -> Value.of(all(true));
            case EXISTS -> Value.of(!all(false));
            case COUNT -> Value.of(where().size());
            case SUM -> Value.of(sum());
            case MIN -> Value.of(fold(Math::min));
            case MAX -> Value.of(fold(Math::max));
            case FILTER -> new Value.SetOf(where());
            case IMAGE -> Value.SetOf.of(bodies());
            case MAP -> new Value.MapOf(((Type.MapOf) use.type()).key(), bodies());
        };
    }

    private Value body(Value element) {
        return in.body(use, element, locals);
    }

    private boolean all(boolean wanted) {
        for (Value element : elements) {
            if (body(element).asBool() != wanted) {
                return false;
            }
        }
        return true;
    }

    private List<Value> where() {
        List<Value> found = new ArrayList<>();
        for (Value element : elements) {
            if (body(element).asBool()) {
                found.add(element);
            }
        }
        return found;
    }

    private List<Value> bodies() {
        List<Value> values = new ArrayList<>(elements.size());
        for (Value element : elements) {
            values.add(body(element));
        }
        return values;
    }

    private int sum() {
        try {
            int sum = 0;
            for (Value element : elements) {
                sum = Math.addExact(sum, body(element).asInt());
            }
            return sum;
        } catch (ArithmeticException e) {
            throw new UndefinedException("integer overflow", use);
        }
    }

    private int fold(IntBinaryOperator better) {
        return elements.stream()
                .mapToInt(element -> body(element).asInt())
                .reduce(better)
                .orElseThrow(() -> new UndefinedException("nothing to choose from", use));
    }
}
