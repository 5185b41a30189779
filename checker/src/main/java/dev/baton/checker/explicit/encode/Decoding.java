package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Bits;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Values from their bits. */
public final class Decoding {
    private final long[] leaves;
    private int leaf;

    private Decoding(long[] leaves) {
        this.leaves = leaves.clone();
    }

    /** The value of a type whose {@linkplain Leaves leaves} have these bits. */
    public static Value value(Type type, long[] leaves) {
        return new Decoding(leaves).next(type);
    }

    private Value next(Type type) {
        int width = Encoding.width(type);
        if (width <= 64) {
            return narrow(type, leaves[leaf++]);
        }
        if (type instanceof Type.SetOf set) {
            List<Value> elements = new ArrayList<>();
            for (int at = 0; at < width; at += 64) {
                elements(set, leaves[leaf++], at, elements);
            }
            return Value.SetOf.of(elements);
        }
        List<Value> parts = new ArrayList<>();
        Encoding.parts(type).forEach(part -> parts.add(next(part.type())));
        return made(type, parts);
    }

    private static Value counted(Type type, long number) {
        if (type instanceof Type.Option option) {
            return number == 0 ? Value.NONE : new Value.Some(narrow(option.element(), number - 1));
        }
        Type.Union union = (Type.Union) type;
        int tag = union.variants().size() - 1;
        while (number < Encoding.first(union, tag)) {
            tag--;
        }
        long within = number - Encoding.first(union, tag);
        Type.Struct variant = union.variants().get(tag);
        return new Value.Struct(
                variant,
                variant.fields().stream().map(f -> narrow(f.type(), within)).toList());
    }

    private static Value narrow(Type type, long bits) {
        if (Encoding.counted(type)) {
            return counted(type, bits);
        }
        return switch (type) {
            case Type.Bool t -> Value.of(bits == 1);
            case Type.Range t -> Value.of((int) (t.low() + bits));
            case Type.Enumeration t -> new Value.EnumMember(t, (int) bits);
            case Type.Index t -> new Value.Member(t, (int) bits);
            case Type.SetOf t -> {
                List<Value> elements = new ArrayList<>();
                elements(t, bits, 0, elements);
                yield Value.SetOf.of(elements);
            }
            case Type.Option t -> made(t, parts(t, bits));
            case Type.Struct t -> made(t, parts(t, bits));
            case Type.Union t -> {
                List<Encoding.Part> parts = Encoding.parts(t);
                int tag = (int) (bits & Bits.mask(parts.get(1).offset()));
                yield narrow(t.variants().get(tag), field(parts.get(tag + 1), bits));
            }
            case Type.Seq t -> made(t, parts(t, bits));
            case Type.Bag t -> made(t, parts(t, bits));
            case Type.MapOf t -> made(t, parts(t, bits));
        };
    }

    private static long field(Encoding.Part part, long bits) {
        int width = Encoding.width(part.type());
        return width == 0 ? 0 : bits >>> part.offset() & Bits.mask(width);
    }

    private static List<Value> parts(Type type, long bits) {
        return Encoding.parts(type).stream()
                .map(part -> narrow(part.type(), field(part, bits)))
                .toList();
    }

    private static void elements(Type.SetOf set, long bits, int from, List<Value> into) {
        for (int i = 0; i < 64; i++) {
            if ((bits >>> i & 1) != 0) {
                into.add(Ordinals.value(set.element(), from + i));
            }
        }
    }

    /** A value of its parts; all variants of a union are there. */
    private static Value made(Type type, List<Value> parts) {
        return switch (type) {
            case Type.Option t -> parts.get(0).asBool() ? new Value.Some(parts.get(1)) : Value.NONE;
            case Type.Struct t -> new Value.Struct(t, parts);
            case Type.Union t -> parts.get(1 + parts.get(0).asInt());
            case Type.Seq t -> new Value.Seq(parts.subList(1, 1 + parts.get(0).asInt()));
            case Type.Bag t -> new Value.Bag(parts.subList(1, 1 + parts.get(0).asInt()));
            case Type.MapOf t -> new Value.MapOf(t.key(), parts);
            case Type.Bool t -> throw new IllegalStateException("a scalar has no parts");
            case Type.Range t -> throw new IllegalStateException("a scalar has no parts");
            case Type.Enumeration t -> throw new IllegalStateException("a scalar has no parts");
            case Type.Index t -> throw new IllegalStateException("a scalar has no parts");
            case Type.SetOf t -> throw new IllegalStateException("a set has no parts");
        };
    }
}
