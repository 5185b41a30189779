package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as terms. */
final class Literals {
    private final Encoding encoding;
    private final Naming naming;
    private final TypeSets sets;

    Literals(Encoding encoding, Naming naming, TypeSets sets) {
        this.encoding = encoding;
        this.naming = naming;
        this.sets = sets;
    }

    Term term(Value value, Scope scope) {
        return switch (value) {
            case Value.Bool v -> v.value() ? Terms.TRUE : Terms.FALSE;
            case Value.Int v -> Terms.number(v.value());
            case Value.EnumMember v -> Terms.string(Encoding.texts(v.type()).get(v.ordinal()));
            case Value.Member v -> member(v.type(), v.ordinal());
            case Value.Struct v -> {
                List<Term> fields = terms(v.fields(), scope);
                yield struct(v.type(), fields);
            }
            case Value.None v -> Terms.word(Naming.NONE);
            case Value.Some v -> term(v.value(), scope);
            case Value.SetOf v -> Terms.set(terms(v.elements(), scope));
            case Value.Seq v -> Terms.tuple(terms(v.elements(), scope));
            case Value.Bag v -> bag(v, scope);
            case Value.MapOf v -> map(v, scope);
        };
    }

    /** A member of an index type. */
    Term member(Type.Index index, int ordinal) {
        return encoding.modelValues(index) ? Terms.word(naming.member(index, ordinal)) : Terms.number(ordinal);
    }

    /** A record with fields in the order of the type. */
    Term struct(Type.Struct type, List<Term> fields) {
        List<Term.Labelled> labelled = new ArrayList<>();
        if (encoding.tagged(type)) {
            labelled.add(Terms.field(Encoding.TAG, Terms.string(type.name())));
        }
        for (int i = 0; i < fields.size(); i++) {
            labelled.add(Terms.field(encoding.field(type, type.fields().get(i).name()), fields.get(i)));
        }
        return Terms.record(labelled);
    }

    private List<Term> terms(List<Value> values, Scope scope) {
        return values.stream().map(v -> term(v, scope)).toList();
    }

    private Term bag(Value.Bag bag, Scope scope) {
        Map<Value, Integer> counts = new LinkedHashMap<>();
        bag.elements().forEach(v -> counts.merge(v, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> Terms.binary(Infix.MAPS_TO, term(e.getKey(), scope), Terms.number(e.getValue())))
                .reduce((a, b) -> Terms.binary(Infix.MERGE, a, b))
                .orElseGet(() -> Terms.word("EmptyBag"));
    }

    /** A map with one value for all keys is a function over the set of keys, any other lists its keys. */
    private Term map(Value.MapOf map, Scope scope) {
        if (map.values().stream().distinct().count() == 1) {
            String name = TypeSets.boundName(map.key());
            Scope inner = scope.with(name);
            return Terms.function(
                    Terms.in(Terms.word(inner.get(name)), sets.set(map.key())),
                    term(map.values().getFirst(), inner));
        }
        List<Value> keys = Domain.values(map.key());
        Term all = Terms.binary(
                Infix.MAPS_TO, term(keys.getFirst(), scope), term(map.values().getFirst(), scope));
        for (int i = 1; i < keys.size(); i++) {
            Term one = Terms.binary(
                    Infix.MAPS_TO, term(keys.get(i), scope), term(map.values().get(i), scope));
            all = Terms.binary(Infix.MERGE, all, one);
        }
        return all;
    }
}
