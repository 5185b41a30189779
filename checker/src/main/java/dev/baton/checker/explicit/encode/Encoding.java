package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Bits;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.List;

/**
 * How a value of a type is written as bits. Equal values have equal bits: what a value does not have (the element of
 * {@code none}, the places behind the end of a sequence, the fields of other variants) is zero.
 *
 * <ul>
 *   <li>a truth value, integer, enumeration member, index member: its distance from the least of its type;
 *   <li>an option: one bit, 1 for {@code some}; then the element;
 *   <li>a record: its fields; a union: the number of the variant, then the fields, those of all variants from one
 *       place;
 *   <li>but options of scalars, and unions whose variants have at most one scalar field each, are counted through where
 *       that takes fewer bits ({@link #counted}): none, then each element; each variant's values after those before;
 *   <li>a set: a bit an {@linkplain Ordinals ordinal} of its element type;
 *   <li>a sequence: its length, then its places; a bag the same, elements sorted by their bits;
 *   <li>a map: its entries in the order of the keys.
 * </ul>
 */
public final class Encoding {
    /** A value of more bits than this is not packed, and neither is a state. */
    static final int WIDEST = 1 << 14;

    private Encoding() {}

    /** A part of a value. Parts may lie upon each other (variants of a union). */
    record Part(Type type, int offset) {}

    /** Whether a value is one integer. */
    static boolean scalar(Type type) {
        return switch (type) {
            case Type.Bool t -> true;
            case Type.Range t -> true;
            case Type.Enumeration t -> true;
            case Type.Index t -> true;
            case Type.Struct t -> false;
            case Type.Union t -> false;
            case Type.Option t -> false;
            case Type.SetOf t -> false;
            case Type.Seq t -> false;
            case Type.Bag t -> false;
            case Type.MapOf t -> false;
        };
    }

    /** What the bits of a scalar count from. */
    static long base(Type scalar) {
        return scalar instanceof Type.Range range ? range.low() : 0;
    }

    /** How many values a scalar has. */
    static long count(Type scalar) {
        return scalar instanceof Type.Range r
                ? (long) r.high() - r.low() + 1
                : Domain.size(scalar).longValueExact();
    }

    /** Whether the values of an option or union are numbered rather than taken apart. */
    static boolean counted(Type type) {
        return switch (type) {
            case Type.Option t -> scalar(t.element()) && Bits.width(count(t.element()) + 1) < 1 + width(t.element());
            case Type.Union t ->
                t.variants().stream().allMatch(v -> v.fields().stream().allMatch(f -> scalar(f.type())))
                        && t.variants().stream().allMatch(v -> v.fields().size() <= 1)
                        && Bits.width(first(t, t.variants().size())) < end(parts(t));
            case Type.Bool t -> false;
            case Type.Range t -> false;
            case Type.Enumeration t -> false;
            case Type.Index t -> false;
            case Type.Struct t -> false;
            case Type.SetOf t -> false;
            case Type.Seq t -> false;
            case Type.Bag t -> false;
            case Type.MapOf t -> false;
        };
    }

    /** The number of the first value of a counted union's variant {@code i}; of all values, for one past the last. */
    static long first(Type.Union union, int i) {
        long sum = 0;
        for (Type.Struct variant : union.variants().subList(0, i)) {
            sum += variant.fields().isEmpty()
                    ? 1
                    : count(variant.fields().getFirst().type());
        }
        return sum;
    }

    /** Bits of a value. */
    public static int width(Type type) {
        if (counted(type)) {
            return type instanceof Type.Union union
                    ? Bits.width(first(union, union.variants().size()))
                    : Bits.width(count(((Type.Option) type).element()) + 1);
        }
        long width = switch (type) {
            case Type.Bool t -> 1;
            case Type.Range t -> Bits.width((long) t.high() - t.low() + 1);
            case Type.Enumeration t -> Bits.width(t.members().size());
            case Type.Index t -> Bits.width(t.size());
            case Type.Option t -> 1L + width(t.element());
            case Type.Struct t -> end(parts(type));
            case Type.Union t -> end(parts(type));
            case Type.SetOf t -> Ordinals.size(t.element());
            case Type.Seq t -> Bits.width(t.capacity() + 1L) + (long) t.capacity() * width(t.element());
            case Type.Bag t -> Bits.width(t.capacity() + 1L) + (long) t.capacity() * width(t.element());
            case Type.MapOf t -> Domain.size(t.key()).longValueExact() * width(t.value());
        };
        if (width > WIDEST) {
            throw new TooLargeException("a value of `" + type + "` takes " + width + " bits");
        }
        return (int) width;
    }

    private static int end(List<Part> parts) {
        int end = 0;
        for (Part part : parts) {
            end = Math.max(end, part.offset + width(part.type));
        }
        return end;
    }

    /** What a value that is no scalar and no set is made of; the length of a sequence and the tag of a union first. */
    static List<Part> parts(Type type) {
        List<Part> parts = new ArrayList<>();
        switch (type) {
            case Type.Option t -> {
                parts.add(new Part(Type.BOOL, 0));
                parts.add(new Part(t.element(), 1));
            }
            case Type.Struct t -> {
                int at = 0;
                for (Type.Field field : t.fields()) {
                    parts.add(new Part(field.type(), at));
                    at += width(field.type());
                }
            }
            case Type.Union t -> {
                Type tag = Type.Range.of(0, t.variants().size() - 1);
                parts.add(new Part(tag, 0));
                t.variants().forEach(v -> parts.add(new Part(v, width(tag))));
            }
            case Type.Seq t -> places(t.element(), t.capacity(), parts);
            case Type.Bag t -> places(t.element(), t.capacity(), parts);
            case Type.MapOf t -> {
                int width = width(t.value());
                int entries = Domain.size(t.key()).intValueExact();
                for (int i = 0; i < entries; i++) {
                    parts.add(new Part(t.value(), i * width));
                }
            }
            case Type.Bool t -> throw partless(t);
            case Type.Range t -> throw partless(t);
            case Type.Enumeration t -> throw partless(t);
            case Type.Index t -> throw partless(t);
            case Type.SetOf t -> throw partless(t);
        }
        return parts;
    }

    private static void places(Type element, int capacity, List<Part> parts) {
        Type length = Type.Range.of(0, capacity);
        parts.add(new Part(length, 0));
        for (int i = 0; i < capacity; i++) {
            parts.add(new Part(element, width(length) + i * width(element)));
        }
    }

    private static IllegalStateException partless(Type type) {
        return new IllegalStateException(type + " has no parts");
    }
}
