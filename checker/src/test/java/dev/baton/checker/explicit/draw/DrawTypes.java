package dev.baton.checker.explicit.draw;

import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Random types, of every kind and up to some hundred bits, and values of them. */
public final class DrawTypes {
    /** The index types that types mention. */
    public static final Type.Index KERNEL = new Type.Index("K", 3, "3", false);

    public static final Type.Index RING = new Type.Index("R", 2, "2", false);

    private static final BigInteger MOST_ELEMENTS = BigInteger.valueOf(150);

    private final Choices choices;
    private int names;

    public DrawTypes(Choices choices) {
        this.choices = choices;
    }

    /** A type of at most {@code depth} types within each other. */
    public Type type(int depth) {
        if (depth == 0) {
            return scalar();
        }
        return switch (choices.below(9)) {
            case 0 -> new Type.Option(notOption(depth - 1));
            case 1 -> struct(depth - 1, choices.between(0, 4));
            case 2 -> union(depth - 1);
            case 3 -> new Type.SetOf(element());
            case 4 -> new Type.Seq(type(depth - 1), choices.between(1, 4));
            case 5 -> new Type.Bag(element(), choices.between(1, 4));
            case 6, 7 -> new Type.MapOf(key(), type(depth - 1));
            default -> scalar();
        };
    }

    private Type scalar() {
        return switch (choices.below(6)) {
            case 0 -> Type.BOOL;
            case 1 -> {
                int low = choices.between(-5, 5);
                yield Type.Range.of(low, low + choices.below(20));
            }
            case 2 -> Type.Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case 3 -> new Type.Enumeration(name("E"), List.of("a", "b", "c").subList(0, choices.between(1, 3)));
            case 4 -> RING;
            default -> KERNEL;
        };
    }

    private Type key() {
        return switch (choices.below(4)) {
            case 0 -> Type.BOOL;
            case 1 -> Type.Range.of(-1, choices.between(-1, 2));
            case 2 -> RING;
            default -> KERNEL;
        };
    }

    private String name(String prefix) {
        return prefix + names++;
    }

    private Type notOption(int depth) {
        Type type = type(depth);
        return type instanceof Type.Option ? KERNEL : type;
    }

    private Type.Struct struct(int depth, int size) {
        List<Type.Field> fields = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            fields.add(new Type.Field("f" + i, type(depth)));
        }
        return new Type.Struct(name("S"), fields);
    }

    private Type union(int depth) {
        List<Type.Struct> variants = new ArrayList<>();
        int most = choices.between(1, 3);
        for (int i = choices.between(1, 4); i > 0; i--) {
            variants.add(struct(choices.below(depth + 1), choices.below(most)));
        }
        return new Type.Union(name("U"), variants);
    }

    /** What sets are made of. */
    private Type element() {
        Type type = switch (choices.below(6)) {
            case 0 -> new Type.Option(scalar());
            case 1, 2 -> struct(0, choices.between(1, 3));
            case 3 -> union(0);
            case 4 -> new Type.SetOf(KERNEL);
            default -> scalar();
        };
        return Domain.size(type).compareTo(MOST_ELEMENTS) > 0 ? KERNEL : type;
    }

    /** A value of a type. */
    public Value value(Type type) {
        return switch (type) {
            case Type.Bool _ -> Value.of(choices.maybe());
            case Type.Range t -> {
                long size = (long) t.high() - t.low() + 1;
                yield Value.of((int) (t.low() + Math.floorMod(choices.word(), size)));
            }
            case Type.Enumeration t ->
                new Value.EnumMember(t, choices.below(t.members().size()));
            case Type.Index t -> new Value.Member(t, choices.below(t.size()));
            case Type.Option t -> choices.maybe() ? new Value.Some(value(t.element())) : Value.NONE;
            case Type.Struct t ->
                new Value.Struct(
                        t, t.fields().stream().map(f -> value(f.type())).toList());
            case Type.Union t -> value(choices.of(t.variants()));
            case Type.SetOf t -> Value.SetOf.of(values(t.element(), choices.below(6)));
            case Type.Seq t -> new Value.Seq(values(t.element(), choices.between(0, t.capacity())));
            case Type.Bag t -> new Value.Bag(values(t.element(), choices.between(0, t.capacity())));
            case Type.MapOf t ->
                new Value.MapOf(t.key(), values(t.value(), Domain.size(t.key()).intValueExact()));
        };
    }

    private List<Value> values(Type type, int count) {
        return IntStream.range(0, count).mapToObj(_ -> value(type)).toList();
    }
}
