package dev.baton.model.interpreter;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The operators on sets. */
final class Sets {
    private Sets() {}

    /** The integers from {@code low} to {@code high}. */
    static Value.SetOf range(int low, int high) {
        List<Value> numbers = new ArrayList<>();
        for (long i = low; i <= high; i++) {
            numbers.add(Value.of((int) i));
        }
        return new Value.SetOf(numbers);
    }

    /** {@code element in collection}. */
    static boolean member(Operands x) {
        return contains(x.use().arg(1), x.value(0), x.in(), x.locals());
    }

    /** Whether a collection has an element; a range or a whole type is not enumerated for it. */
    static boolean contains(Expr collection, Value element, Evaluator in, Environment locals) {
        if (collection instanceof Expr.Domain all) {
            return Domain.contains(all.element(), element);
        }
        if (collection instanceof Expr.Apply range && range.op() == Op.RANGE) {
            Operands ends = new Operands(range, in, locals);
            return ends.number(0) <= element.asInt() && element.asInt() <= ends.number(1);
        }
        if (collection instanceof Expr.If either) {
            return contains(
                    in.holds(either.condition(), locals) ? either.then() : either.otherwise(), element, in, locals);
        }
        Value elements = in.value(collection, locals);
        return elements instanceof Value.Seq sequence
                ? sequence.elements().contains(element)
                : ((Value.SetOf) elements).contains(element);
    }

    static boolean subset(Value.SetOf part, Value.SetOf whole) {
        return part.elements().stream().allMatch(whole::contains);
    }

    static Value.SetOf union(Value.SetOf a, Value.SetOf b) {
        List<Value> missing = keep(b, a, false).elements();
        if (missing.isEmpty()) {
            return a;
        }
        List<Value> all = new ArrayList<>(a.elements());
        all.addAll(missing);
        all.sort(null);
        return new Value.SetOf(all);
    }

    /** The elements of {@code from} that are ({@code within}) or are not members of {@code other}. */
    static Value.SetOf keep(Value.SetOf from, Value.SetOf other, boolean within) {
        List<Value> kept = new ArrayList<>();
        for (Value element : from.elements()) {
            if (other.contains(element) == within) {
                kept.add(element);
            }
        }
        return new Value.SetOf(kept);
    }
}
