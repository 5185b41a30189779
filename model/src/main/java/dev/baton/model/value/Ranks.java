package dev.baton.model.value;

import dev.baton.model.type.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Values as 64-bit numbers, by their rank among the values of their type: what running code, its logs and its tests
 * write for them. Nothing is enumerated.
 *
 * <ul>
 *   <li>{@code false} 0, {@code true} 1; a member of an enumeration or index type its number;
 *   <li>{@code none} 0, {@code some(x)} 1 + the rank of {@code x};
 *   <li>a struct in mixed radix over its fields, the first most significant; a map likewise over its keys;
 *   <li>a union: its variants by name, one after the other;
 *   <li>a set: bit {@code i} for the element of rank {@code i}; here alone the order is not that of
 *       {@link Domain#values};
 *   <li>a sequence: after all shorter ones, in mixed radix, the first element most significant.
 * </ul>
 *
 * <p>The <em>code</em> of a value is its rank, but for an integer, whose code is itself.
 */
public final class Ranks {
    private static final BigInteger MOST = BigInteger.TWO.pow(63);

    private Ranks() {}

    /** Whether the values of a type have ranks: there are at most 2^63, and no multisets among them. */
    public static boolean coded(Type type) {
        return !hasBag(type) && Domain.size(type).compareTo(MOST) <= 0;
    }

    private static boolean hasBag(Type type) {
        return switch (type) {
            case Type.Bag _ -> true;
            case Type.Option t -> hasBag(t.element());
            case Type.SetOf t -> hasBag(t.element());
            case Type.Seq t -> hasBag(t.element());
            case Type.MapOf t -> hasBag(t.value());
            case Type.Struct t -> t.fields().stream().anyMatch(f -> hasBag(f.type()));
            case Type.Union t -> t.variants().stream().anyMatch(Ranks::hasBag);
            case Type.Bool _ -> false;
            case Type.Range _ -> false;
            case Type.Enumeration _ -> false;
            case Type.Index _ -> false;
        };
    }

    /** The code of a value of a type that is {@link #coded}. */
    public static long code(Type type, Value value) {
        return type instanceof Type.Range ? value.asInt() : rank(type, value);
    }

    /** The value of a code; empty if the type has none such. */
    public static Optional<Value> value(Type type, long code) {
        if (type instanceof Type.Range range) {
            return range.low() <= code && code <= range.high() ? Optional.of(Value.of((int) code)) : Optional.empty();
        }
        return code < 0 || BigInteger.valueOf(code).compareTo(Domain.size(type)) >= 0
                ? Optional.empty()
                : Optional.of(ranked(type, code));
    }

    /** The rank of a value, from 0, of a type that is {@link #coded}. */
    public static long rank(Type type, Value value) {
        return switch (type) {
            case Type.Bool _ -> value.asBool() ? 1 : 0;
            case Type.Range t -> (long) value.asInt() - t.low();
            case Type.Enumeration _ -> ((Value.EnumMember) value).ordinal();
            case Type.Index _ -> ((Value.Member) value).ordinal();
            case Type.Option t -> value instanceof Value.Some(Value inner) ? 1 + rank(t.element(), inner) : 0;
            case Type.Struct t -> {
                List<Value> fields = ((Value.Struct) value).fields();
                long rank = 0;
                for (int i = 0; i < fields.size(); i++) {
                    Type field = t.fields().get(i).type();
                    rank = rank * size(field) + rank(field, fields.get(i));
                }
                yield rank;
            }
            case Type.Union t -> {
                Type.Struct variant = ((Value.Struct) value).type();
                long before = 0;
                for (Type.Struct other : byName(t)) {
                    if (other.name().equals(variant.name())) {
                        yield before + rank(other, value);
                    }
                    before += size(other);
                }
                throw new IllegalArgumentException(value + " is no " + type);
            }
            case Type.SetOf t -> {
                long bits = 0;
                for (Value element : ((Value.SetOf) value).elements()) {
                    bits |= 1L << rank(t.element(), element);
                }
                yield bits;
            }
            case Type.Seq t -> {
                List<Value> elements = ((Value.Seq) value).elements();
                yield shorter(t, elements.size()) + digits(t.element(), elements);
            }
            case Type.MapOf t -> digits(t.value(), ((Value.MapOf) value).values());
            case Type.Bag _ -> throw new IllegalArgumentException("multisets have no rank");
        };
    }

    private static Value ranked(Type type, long rank) {
        return switch (type) {
            case Type.Bool _ -> Value.of(rank != 0);
            case Type.Range t -> Value.of((int) (rank + t.low()));
            case Type.Enumeration t -> new Value.EnumMember(t, (int) rank);
            case Type.Index t -> new Value.Member(t, (int) rank);
            case Type.Option t -> rank == 0 ? Value.NONE : new Value.Some(ranked(t.element(), rank - 1));
            case Type.Struct t -> {
                long left = rank;
                List<Value> reversed = new ArrayList<>();
                for (Type.Field field : t.fields().reversed()) {
                    reversed.add(ranked(field.type(), Long.remainderUnsigned(left, size(field.type()))));
                    left = Long.divideUnsigned(left, size(field.type()));
                }
                yield new Value.Struct(t, reversed.reversed());
            }
            case Type.Union t -> {
                long left = rank;
                for (Type.Struct variant : byName(t)) {
                    if (Long.compareUnsigned(left, size(variant)) < 0) {
                        yield ranked(variant, left);
                    }
                    left -= size(variant);
                }
                throw new IllegalArgumentException(type + " has no value of rank " + rank);
            }
            case Type.SetOf t -> {
                List<Value> elements = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    if ((rank >> i & 1) != 0) {
                        elements.add(ranked(t.element(), i));
                    }
                }
                yield Value.SetOf.of(elements);
            }
            case Type.Seq t -> {
                int length = 0;
                while (length < t.capacity() && shorter(t, length + 1) <= rank) {
                    length++;
                }
                yield new Value.Seq(undigits(t.element(), length, rank - shorter(t, length)));
            }
            case Type.MapOf t ->
                new Value.MapOf(
                        t.key(), undigits(t.value(), Domain.size(t.key()).intValueExact(), rank));
            case Type.Bag _ -> throw new IllegalArgumentException("multisets have no rank");
        };
    }

    /** How many values a type has; 2^63 as the negative number of the same bits, which only unsigned division sees. */
    private static long size(Type type) {
        return Domain.size(type).longValue();
    }

    private static List<Type.Struct> byName(Type.Union type) {
        return type.variants().stream()
                .sorted(Comparator.comparing(Type.Struct::name))
                .toList();
    }

    /** How many sequences are shorter than a length. */
    private static long shorter(Type.Seq type, int length) {
        long size = size(type.element());
        long sum = 0;
        long power = 1;
        for (int i = 0; i < length; i++) {
            sum += power;
            power *= size;
        }
        return sum;
    }

    private static long digits(Type element, List<Value> elements) {
        long rank = 0;
        for (Value value : elements) {
            rank = rank * size(element) + rank(element, value);
        }
        return rank;
    }

    private static List<Value> undigits(Type element, int length, long rank) {
        List<Value> reversed = new ArrayList<>();
        long left = rank;
        for (int i = 0; i < length; i++) {
            reversed.add(ranked(element, Long.remainderUnsigned(left, size(element))));
            left = Long.divideUnsigned(left, size(element));
        }
        return reversed.reversed();
    }
}
