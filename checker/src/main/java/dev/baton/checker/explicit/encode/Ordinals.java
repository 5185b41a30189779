package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a type that sets are made of, numbered from 0 without gaps: none before some, records by their fields
 * (the first counts most), unions variant by variant, sets by their bits.
 */
final class Ordinals {
    /** A set over more values than this has too many bits. */
    private static final int MOST = 1 << 12;

    private Ordinals() {}

    /** How many values there are. */
    static int size(Type type) {
        BigInteger size = Domain.size(type);
        if (size.compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw new TooLargeException("a set over `" + type + "` has " + size + " possible elements");
        }
        return size.intValueExact();
    }

    /** The value of a number. */
    static Value value(Type type, int number) {
        return switch (type) {
            case Type.Bool t -> Value.of(number == 1);
            case Type.Range t -> Value.of(t.low() + number);
            case Type.Enumeration t -> new Value.EnumMember(t, number);
            case Type.Index t -> new Value.Member(t, number);
            case Type.Option t -> number == 0 ? Value.NONE : new Value.Some(value(t.element(), number - 1));
            case Type.Struct t -> {
                Value[] fields = new Value[t.fields().size()];
                int rest = number;
                for (int i = fields.length - 1; i >= 0; i--) {
                    Type field = t.fields().get(i).type();
                    fields[i] = value(field, rest % size(field));
                    rest /= size(field);
                }
                yield new Value.Struct(t, List.of(fields));
            }
            case Type.Union t -> {
                int rest = number;
                for (Type.Struct variant : t.variants()) {
                    if (rest < size(variant)) {
                        yield value(variant, rest);
                    }
                    rest -= size(variant);
                }
                throw new IllegalArgumentException(number + " is no ordinal of " + type);
            }
            case Type.SetOf t -> {
                List<Value> elements = new ArrayList<>();
                for (int i = 0; i < size(t.element()); i++) {
                    if ((number >> i & 1) != 0) {
                        elements.add(value(t.element(), i));
                    }
                }
                yield Value.SetOf.of(elements);
            }
            case Type.Seq t -> throw uncounted(t);
            case Type.Bag t -> throw uncounted(t);
            case Type.MapOf t -> throw uncounted(t);
        };
    }

    /** The number of a value. */
    static Node of(Val val, Vals vals) {
        Terms terms = vals.terms();
        return switch (val.type()) {
            case Type.Bool t -> vals.bits(val);
            case Type.Range t -> vals.bits(val);
            case Type.Enumeration t -> vals.bits(val);
            case Type.Index t -> vals.bits(val);
            case Type.Option t ->
                terms.choose(
                        vals.node(vals.part(val, 0)), terms.add(of(vals.part(val, 1), vals), terms.one), terms.zero);
            case Type.Struct t -> {
                Node number = terms.zero;
                for (int i = 0; i < t.fields().size(); i++) {
                    Node size = terms.constant(size(t.fields().get(i).type()));
                    number = terms.add(terms.multiply(number, size), of(vals.part(val, i), vals));
                }
                yield number;
            }
            case Type.Union t -> {
                Node number = terms.zero;
                int before = 0;
                for (int i = 0; i < t.variants().size(); i++) {
                    Node here = terms.add(of(vals.part(val, i + 1), vals), terms.constant(before));
                    number = i == 0 ? here : terms.choose(vals.is(val, i), here, number);
                    before += size(t.variants().get(i));
                }
                yield number;
            }
            case Type.SetOf t -> vals.bits(val);
            case Type.Seq t -> throw uncounted(t);
            case Type.Bag t -> throw uncounted(t);
            case Type.MapOf t -> throw uncounted(t);
        };
    }

    private static IllegalStateException uncounted(Type type) {
        return new IllegalStateException("no set has elements of type " + type);
    }
}
