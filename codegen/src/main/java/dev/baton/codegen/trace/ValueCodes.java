package dev.baton.codegen.trace;

import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** Codes of values, as the runtime's {@code Code} says them. */
public final class ValueCodes {
    private ValueCodes() {}

    /** The code: the index but for integers, which are their own. */
    public static long code(Type type, Value value) {
        return value instanceof Value.Int v ? v.value() : index(type, value).longValueExact();
    }

    private static BigInteger index(Type type, Value value) {
        return switch (type) {
            case Type.Bool t -> BigInteger.valueOf(value.asBool() ? 1 : 0);
            case Type.Range t -> BigInteger.valueOf((long) value.asInt() - t.low());
            case Type.Enumeration t -> BigInteger.valueOf(((Value.EnumMember) value).ordinal());
            case Type.Index t -> BigInteger.valueOf(((Value.Member) value).ordinal());
            case Type.Struct t -> struct(t, (Value.Struct) value);
            case Type.Union t -> union(t, (Value.Struct) value);
            case Type.Option t ->
                value instanceof Value.Some some
                        ? BigInteger.ONE.add(index(t.element(), some.value()))
                        : BigInteger.ZERO;
            case Type.SetOf t -> {
                BigInteger bits = BigInteger.ZERO;
                for (Value element : ((Value.SetOf) value).elements()) {
                    bits = bits.setBit(index(t.element(), element).intValueExact());
                }
                yield bits;
            }
            case Type.Seq t -> sequence(t, ((Value.Seq) value).elements());
            case Type.MapOf t -> digits(t.value(), ((Value.MapOf) value).values());
            case Type.Bag t -> throw new IllegalArgumentException("a bag has no code");
        };
    }

    private static BigInteger struct(Type.Struct type, Value.Struct value) {
        BigInteger index = BigInteger.ZERO;
        for (int i = 0; i < type.fields().size(); i++) {
            Type field = type.fields().get(i).type();
            index = index.multiply(Domain.size(field))
                    .add(index(field, value.fields().get(i)));
        }
        return index;
    }

    private static BigInteger union(Type.Union type, Value.Struct value) {
        BigInteger first = BigInteger.ZERO;
        List<Type.Struct> variants = type.variants().stream()
                .sorted(Comparator.comparing(Type.Struct::name))
                .toList();
        for (Type.Struct variant : variants) {
            if (variant.name().equals(value.type().name())) {
                return first.add(struct(variant, value));
            }
            first = first.add(Domain.size(variant));
        }
        throw new IllegalArgumentException(value + " is none of " + type);
    }

    private static BigInteger sequence(Type.Seq type, List<Value> elements) {
        BigInteger shorter = BigInteger.ZERO;
        BigInteger ofLength = BigInteger.ONE;
        for (int i = 0; i < elements.size(); i++) {
            shorter = shorter.add(ofLength);
            ofLength = ofLength.multiply(Domain.size(type.element()));
        }
        return shorter.add(digits(type.element(), elements));
    }

    private static BigInteger digits(Type element, List<Value> values) {
        BigInteger digits = BigInteger.ZERO;
        for (Value value : values) {
            digits = digits.multiply(Domain.size(element)).add(index(element, value));
        }
        return digits;
    }
}
