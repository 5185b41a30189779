package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Bits;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Piece;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What can be done with any value: taken apart, put together, compared, chosen. */
public final class Vals {
    private final Terms terms;

    public Vals(Terms terms) {
        this.terms = terms;
    }

    public Terms terms() {
        return terms;
    }

    /** The integer of a scalar. */
    public Node node(Val val) {
        return ((Val.Scalar) val).node();
    }

    public Val truth(Node node) {
        return new Val.Scalar(Type.BOOL, node);
    }

    /** The bits of a value of at most 64. */
    public Node bits(Val val) {
        return switch (val) {
            case Val.Scalar v -> terms.add(v.node(), terms.constant(-Encoding.base(v.type())));
            case Val.Packed v -> v.bits();
            case Val.Parts v -> throw new IllegalStateException("more than 64 bits: " + v.type());
        };
    }

    /** The value whose bits are given, at most 64. */
    public Val ofBits(Type type, Node bits) {
        return Encoding.scalar(type)
                ? new Val.Scalar(type, terms.add(bits, terms.constant(Encoding.base(type))))
                : new Val.Packed(type, bits);
    }

    /** Part {@code i} of a value, as {@link Encoding#parts} numbers them. */
    public Val part(Val val, int i) {
        return switch (val) {
            case Val.Scalar v -> throw new IllegalStateException(v.type() + " has no parts");
            case Val.Packed v -> {
                if (Encoding.counted(v.type())) {
                    yield countedPart(v, i);
                }
                Encoding.Part part = Encoding.parts(v.type()).get(i);
                yield ofBits(part.type(), terms.field(v.bits(), part.offset(), Encoding.width(part.type())));
            }
            case Val.Parts v -> v.parts().get(i);
        };
    }

    /** Part of an option or union whose values are numbered; nonsense where the value does not have that part. */
    private Val countedPart(Val.Packed val, int i) {
        if (val.type() instanceof Type.Option option) {
            Node present = terms.not(terms.equal(val.bits(), terms.zero));
            return i == 0 ? truth(present) : ofBits(option.element(), terms.add(val.bits(), terms.constant(-1)));
        }
        Type.Union union = (Type.Union) val.type();
        if (i == 0) {
            Node tag = terms.zero;
            for (int v = 1; v < union.variants().size(); v++) {
                tag = terms.add(tag, terms.not(terms.less(val.bits(), terms.constant(Encoding.first(union, v)))));
            }
            return new Val.Scalar(Type.Range.of(0, union.variants().size() - 1), tag);
        }
        Type.Struct variant = union.variants().get(i - 1);
        Node within = terms.add(val.bits(), terms.constant(-Encoding.first(union, i - 1)));
        List<Val> fields = variant.fields().stream()
                .map(f -> Encoding.count(f.type()) == 1 ? zero(f.type()) : ofBits(f.type(), within))
                .toList();
        return fields.isEmpty() ? zero(variant) : make(variant, fields);
    }

    /** Whether a value of a union is of variant {@code i}. */
    public Node is(Val union, int i) {
        Type.Union type = (Type.Union) union.type();
        if (!(union instanceof Val.Packed v) || !Encoding.counted(type)) {
            return terms.equal(node(part(union, 0)), terms.constant(i));
        }
        long first = Encoding.first(type, i);
        long next = Encoding.first(type, i + 1);
        return next == first + 1
                ? terms.equal(v.bits(), terms.constant(first))
                : terms.both(
                        terms.not(terms.less(v.bits(), terms.constant(first))),
                        terms.less(v.bits(), terms.constant(next)));
    }

    List<Val> parts(Val val) {
        if (val instanceof Val.Parts v) {
            return v.parts();
        }
        List<Val> parts = new ArrayList<>();
        for (int i = 0; i < Encoding.parts(val.type()).size(); i++) {
            parts.add(part(val, i));
        }
        return parts;
    }

    /** A value of its parts, none of them upon another (no union); they are of the parts' very types. */
    public Val make(Type type, List<Val> parts) {
        int width = Encoding.width(type);
        if (width > 64) {
            return new Val.Parts(type, parts);
        }
        if (Encoding.counted(type)) {
            // the element of none is zero
            return new Val.Packed(type, terms.add(bits(parts.get(1)), node(parts.get(0))));
        }
        List<Encoding.Part> places = Encoding.parts(type);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Encoding.Part place = places.get(i);
            pieces.add(new Piece(place.offset(), Encoding.width(place.type()), bits(parts.get(i))));
        }
        return new Val.Packed(type, terms.concat(pieces));
    }

    /** A value of a union that is of variant {@code tag}. */
    Val variant(Type.Union type, int tag, Val struct) {
        if (Encoding.counted(type)) {
            Node first = terms.constant(Encoding.first(type, tag));
            boolean empty = ((Type.Struct) struct.type()).fields().isEmpty();
            return new Val.Packed(type, empty ? first : terms.add(first, bits(part(struct, 0))));
        }
        List<Encoding.Part> places = Encoding.parts(type);
        Val number = new Val.Scalar(places.getFirst().type(), terms.constant(tag));
        if (Encoding.width(type) <= 64) {
            int offset = places.get(1).offset();
            List<Piece> pieces = List.of(
                    new Piece(0, offset, bits(number)), new Piece(offset, Encoding.width(struct.type()), bits(struct)));
            return new Val.Packed(type, terms.concat(pieces));
        }
        List<Val> parts = new ArrayList<>();
        parts.add(number);
        for (int i = 0; i < type.variants().size(); i++) {
            parts.add(i == tag ? struct : zero(type.variants().get(i)));
        }
        return new Val.Parts(type, parts);
    }

    /** The value whose bits are all zero. */
    public Val zero(Type type) {
        if (Encoding.width(type) <= 64) {
            return ofBits(type, terms.zero);
        }
        if (type instanceof Type.SetOf) {
            return chunks(type, _ -> terms.zero);
        }
        List<Val> parts = new ArrayList<>();
        Encoding.parts(type).forEach(part -> parts.add(zero(part.type())));
        return new Val.Parts(type, parts);
    }

    /** A known value as one of a type. */
    public Val constant(Value value, Type type) {
        return switch (value) {
            case Value.Bool v -> new Val.Scalar(type, terms.truth(v.value()));
            case Value.Int v -> new Val.Scalar(type, terms.constant(v.value()));
            case Value.EnumMember v -> new Val.Scalar(type, terms.constant(v.ordinal()));
            case Value.Member v -> new Val.Scalar(type, terms.constant(v.ordinal()));
            case Value.None v -> zero(type);
            case Value.Some v ->
                make(type, List.of(truth(terms.one), constant(v.value(), ((Type.Option) type).element())));
            case Value.Struct v -> struct(v, type);
            case Value.Seq v -> places(v.elements(), ((Type.Seq) type).element(), ((Type.Seq) type).capacity(), type);
            case Value.Bag v -> {
                Type.Bag bag = (Type.Bag) type;
                List<Value> sorted = new ArrayList<>(v.elements());
                if (Encoding.width(bag.element()) <= 64) {
                    sorted.sort((a, b) -> Long.compareUnsigned(
                            bits(constant(a, bag.element())).value(),
                            bits(constant(b, bag.element())).value()));
                }
                yield places(sorted, bag.element(), bag.capacity(), type);
            }
            case Value.MapOf v ->
                make(
                        type,
                        v.values().stream()
                                .map(e -> constant(e, ((Type.MapOf) type).value()))
                                .toList());
            case Value.SetOf v -> set(v, type);
        };
    }

    private Val struct(Value.Struct value, Type type) {
        if (type instanceof Type.Union union) {
            Type.Struct variant = union.variant(value.type().name()).orElseThrow();
            return variant(union, union.variants().indexOf(variant), struct(value, variant));
        }
        Type.Struct struct = (Type.Struct) type;
        List<Val> fields = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            fields.add(constant(value.fields().get(i), struct.fields().get(i).type()));
        }
        return make(type, fields);
    }

    private Val places(List<Value> elements, Type element, int capacity, Type type) {
        List<Val> parts = new ArrayList<>();
        parts.add(new Val.Scalar(Type.Range.of(0, capacity), terms.constant(elements.size())));
        for (int i = 0; i < capacity; i++) {
            parts.add(i < elements.size() ? constant(elements.get(i), element) : zero(element));
        }
        return make(type, parts);
    }

    private Val set(Value.SetOf value, Type type) {
        Type element = ((Type.SetOf) type).element();
        long[] chunks = new long[(Ordinals.size(element) + 63) / 64];
        for (Value v : value.elements()) {
            int ordinal = (int) Ordinals.of(constant(v, element), this).value();
            chunks[ordinal / 64] |= 1L << ordinal % 64;
        }
        return chunks(type, i -> terms.constant(chunks[i]));
    }

    /** The bits of chunk {@code i} of a set. */
    interface Chunk {
        Node bits(int i);
    }

    /** How many chunks of 64 bits a set has. */
    static int chunks(Type set) {
        return (Encoding.width(set) + 63) / 64;
    }

    Val chunks(Type set, Chunk chunk) {
        if (Encoding.width(set) <= 64) {
            return new Val.Packed(set, Encoding.width(set) == 0 ? terms.zero : chunk.bits(0));
        }
        List<Val> parts = new ArrayList<>();
        for (int i = 0; i < chunks(set); i++) {
            parts.add(new Val.Scalar(Type.BOOL, chunk.bits(i)));
        }
        return new Val.Parts(set, parts);
    }

    Node chunk(Val set, int i) {
        return switch (set) {
            case Val.Packed v -> v.bits();
            case Val.Parts v -> node(v.parts().get(i));
            case Val.Scalar v -> throw new IllegalStateException(v.type() + " is no set");
        };
    }

    /** One of two values of one type. */
    public Val choose(Node condition, Val then, Val otherwise) {
        return switch (then) {
            case Val.Scalar v -> new Val.Scalar(v.type(), terms.choose(condition, v.node(), node(otherwise)));
            case Val.Packed v -> new Val.Packed(v.type(), terms.choose(condition, v.bits(), bits(otherwise)));
            case Val.Parts v -> {
                List<Val> parts = new ArrayList<>();
                for (int i = 0; i < v.parts().size(); i++) {
                    parts.add(choose(
                            condition,
                            v.parts().get(i),
                            ((Val.Parts) otherwise).parts().get(i)));
                }
                yield new Val.Parts(v.type(), parts);
            }
        };
    }

    /** Whether two values of one type are equal. */
    public Node equal(Val a, Val b) {
        return switch (a) {
            case Val.Scalar v -> terms.equal(v.node(), node(b));
            case Val.Packed v -> terms.equal(v.bits(), bits(b));
            case Val.Parts v -> {
                List<Node> all = new ArrayList<>();
                for (int i = 0; i < v.parts().size(); i++) {
                    all.add(equal(v.parts().get(i), ((Val.Parts) b).parts().get(i)));
                }
                yield terms.all(all);
            }
        };
    }

    /** Element {@code index} of what has parts of one type from part {@code first} on (a map, a sequence). */
    public Val select(Val val, int first, int count, Type element, Node index) {
        if (count == 0) {
            return zero(element);
        }
        if (index.constant()) {
            return part(val, first + Math.clamp(index.value(), 0, count - 1));
        }
        if (val instanceof Val.Packed v) {
            int offset = Encoding.parts(v.type()).get(first).offset();
            int width = Encoding.width(element);
            Node from = terms.add(terms.multiply(index, terms.constant(width)), terms.constant(offset));
            return ofBits(element, terms.window(v.bits(), from, width));
        }
        Val found = part(val, first + count - 1);
        for (int i = count - 2; i >= 0; i--) {
            found = choose(terms.equal(index, terms.constant(i)), part(val, first + i), found);
        }
        return found;
    }

    /** The same with element {@code index} changed. */
    public Val update(Val val, int first, int count, Node index, Val element) {
        if (!index.constant() && val instanceof Val.Packed v) {
            Node from = from(v, first, index, element);
            Node all = terms.constant(Bits.mask(Encoding.width(element.type())));
            Node hole = terms.without(v.bits(), terms.shiftLeft(all, from));
            return new Val.Packed(v.type(), terms.or(hole, terms.shiftLeft(bits(element), from)));
        }
        List<Val> parts = new ArrayList<>(parts(val));
        for (int i = 0; i < count; i++) {
            Node here = terms.equal(index, terms.constant(i));
            parts.set(first + i, choose(here, element, parts.get(first + i)));
        }
        return make(val.type(), parts);
    }

    /** The same where element {@code index} is known to be zero: the place behind the end of a sequence. */
    Val fill(Val val, int first, int count, Node index, Val element) {
        if (!index.constant() && val instanceof Val.Packed v) {
            return new Val.Packed(
                    v.type(), terms.or(v.bits(), terms.shiftLeft(bits(element), from(v, first, index, element))));
        }
        return update(val, first, count, index, element);
    }

    /** Where element {@code index} begins. */
    private Node from(Val.Packed val, int first, Node index, Val element) {
        int offset = Encoding.parts(val.type()).get(first).offset();
        Node width = terms.constant(Encoding.width(element.type()));
        return terms.add(terms.multiply(index, width), terms.constant(offset));
    }

    /** How many entries a map has. */
    public static int entries(Type.MapOf map) {
        return Domain.size(map.key()).intValueExact();
    }
}
