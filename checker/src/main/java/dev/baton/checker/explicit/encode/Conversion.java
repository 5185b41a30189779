package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Piece;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of one type as one of another that has it too: the language takes a range for a wider one and a record for
 * its union without a word, but their bits differ. What the other type does not have becomes some value of it: a check
 * stands before such a use.
 */
public final class Conversion {
    private final Vals vals;
    private final Terms terms;

    public Conversion(Vals vals) {
        this.vals = vals;
        this.terms = vals.terms();
    }

    public Val to(Type type, Val val) {
        if (type.equals(val.type())) {
            return val;
        }
        return switch (type) {
            case Type.Bool t -> new Val.Scalar(t, vals.node(val));
            case Type.Range t -> new Val.Scalar(t, vals.node(val));
            case Type.Enumeration t -> new Val.Scalar(t, vals.node(val));
            case Type.Index t -> new Val.Scalar(t, vals.node(val));
            case Type.Option t -> option(t, val);
            case Type.Struct t -> struct(t, val);
            case Type.Union t -> union(t, val);
            case Type.SetOf t -> set(t, val);
            case Type.Seq t -> places(t, t.element(), t.capacity(), val);
            case Type.Bag t -> places(t, t.element(), t.capacity(), val);
            case Type.MapOf t ->
                vals.make(t, vals.parts(val).stream().map(v -> to(t.value(), v)).toList());
        };
    }

    private Val option(Type.Option type, Val val) {
        Val present = vals.part(val, 0);
        return vals.make(type, List.of(present, kept(vals.node(present), vals.part(val, 1), type.element())));
    }

    /** A part that is there only if a condition holds: zero otherwise. */
    private Val kept(Node condition, Val part, Type type) {
        return vals.choose(condition, to(type, part), vals.zero(type));
    }

    private Val struct(Type.Struct type, Val val) {
        if (val.type() instanceof Type.Union from) {
            return to(type, vals.part(val, 1 + variant(from, type)));
        }
        if (val.type() instanceof Type.Struct from && !from.name().equals(type.name())) {
            return vals.zero(type);
        }
        List<Val> fields = new ArrayList<>();
        for (int i = 0; i < type.fields().size(); i++) {
            fields.add(to(type.fields().get(i).type(), vals.part(val, i)));
        }
        return vals.make(type, fields);
    }

    static int variant(Type.Union union, Type.Struct struct) {
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i).name().equals(struct.name())) {
                return i;
            }
        }
        throw new IllegalStateException(struct + " is no variant of " + union);
    }

    private Val union(Type.Union type, Val val) {
        if (val.type() instanceof Type.Struct from) {
            int tag = variant(type, from);
            return vals.variant(type, tag, to(type.variants().get(tag), val));
        }
        Type.Union from = (Type.Union) val.type();
        Val result = vals.zero(type);
        for (int i = from.variants().size() - 1; i >= 0; i--) {
            Type.Struct variant = from.variants().get(i);
            if (type.variant(variant.name()).isPresent()) {
                int there = variant(type, variant);
                Val here = vals.variant(type, there, to(type.variants().get(there), vals.part(val, i + 1)));
                result = vals.choose(vals.is(val, i), here, result);
            }
        }
        return result;
    }

    private Val set(Type.SetOf type, Val val) {
        Type from = ((Type.SetOf) val.type()).element();
        int size = Encoding.width(type);
        List<Node> there = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Value element = Ordinals.value(type.element(), i);
            there.add(Domain.contains(from, element) ? has(val, vals.constant(element, from)) : terms.zero);
        }
        return ofTruths(type, there);
    }

    /** Whether an element, of the very type of the set's elements, is in a set. */
    Node has(Val set, Val element) {
        Node ordinal = Ordinals.of(element, vals);
        if (set instanceof Val.Packed v) {
            return terms.window(v.bits(), ordinal, 1);
        }
        Node within = terms.field(ordinal, 0, 6);
        Node found = terms.zero;
        for (int i = Vals.chunks(set.type()) - 1; i >= 0; i--) {
            Node here = terms.window(vals.chunk(set, i), within, 1);
            found = terms.choose(
                    terms.equal(terms.shiftRight(ordinal, terms.constant(6)), terms.constant(i)), here, found);
        }
        return found;
    }

    /** The set of the elements of which it is true, by ordinal. */
    public Val ofTruths(Type.SetOf type, List<Node> truths) {
        return vals.chunks(type, chunk -> {
            List<Piece> pieces = new ArrayList<>();
            for (int i = chunk * 64; i < Math.min(truths.size(), chunk * 64 + 64); i++) {
                pieces.add(new Piece(i - chunk * 64, 1, truths.get(i)));
            }
            return terms.concat(pieces);
        });
    }

    private Val places(Type type, Type element, int capacity, Val val) {
        if (type instanceof Type.Bag) {
            ordered(((Type.Bag) val.type()).element(), element);
        }
        Type from = val.type() instanceof Type.Seq seq ? seq.element() : ((Type.Bag) val.type()).element();
        Node length = vals.node(vals.part(val, 0));
        int places = Encoding.parts(val.type()).size() - 1;
        List<Val> parts = new ArrayList<>();
        parts.add(new Val.Scalar(Type.Range.of(0, capacity), length));
        for (int i = 0; i < capacity; i++) {
            if (i >= places) {
                parts.add(vals.zero(element));
            } else if (from.equals(element)) {
                parts.add(vals.part(val, i + 1));
            } else {
                parts.add(kept(terms.less(terms.constant(i), length), vals.part(val, i + 1), element));
            }
        }
        return vals.make(type, parts);
    }

    /** The elements of a bag are sorted by their bits; only where no tags are numbered anew is that the same order. */
    private static void ordered(Type from, Type to) {
        if (!from.equals(to) && (from instanceof Type.Union || to instanceof Type.Union)) {
            throw new TooLargeException("bags of different unions are compared");
        }
    }

    /** Whether a value lies in a type that has the same kind of values. */
    public Node fits(Type type, Val val) {
        if (type.equals(val.type())) {
            return terms.one;
        }
        return switch (type) {
            case Type.Bool t -> terms.one;
            case Type.Enumeration t -> terms.one;
            case Type.Range t ->
                terms.both(
                        terms.atMost(terms.constant(t.low()), vals.node(val)),
                        terms.atMost(vals.node(val), terms.constant(t.high())));
            case Type.Index t ->
                t.name().equals(((Type.Index) val.type()).name())
                        ? terms.less(vals.node(val), terms.constant(t.size()))
                        : terms.zero;
            case Type.Option t -> implies(vals.node(vals.part(val, 0)), fits(t.element(), vals.part(val, 1)));
            case Type.Struct t -> structFits(t, val);
            case Type.Union t -> unionFits(t, val);
            case Type.SetOf t -> setFits(t, val);
            case Type.Seq t -> placesFit(t.element(), t.capacity(), val);
            case Type.Bag t -> placesFit(t.element(), t.capacity(), val);
            case Type.MapOf t ->
                terms.all(vals.parts(val).stream().map(v -> fits(t.value(), v)).toList());
        };
    }

    private Node implies(Node a, Node b) {
        return terms.any(List.of(terms.not(a), b));
    }

    private Node structFits(Type.Struct type, Val val) {
        if (val.type() instanceof Type.Union from) {
            int tag = variant(from, type);
            return terms.both(vals.is(val, tag), fits(type, vals.part(val, 1 + tag)));
        }
        // of what was assigned just before it may be known that it is another variant
        if (val.type() instanceof Type.Struct from && !from.name().equals(type.name())) {
            return terms.zero;
        }
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < type.fields().size(); i++) {
            all.add(fits(type.fields().get(i).type(), vals.part(val, i)));
        }
        return terms.all(all);
    }

    private Node unionFits(Type.Union type, Val val) {
        if (val.type() instanceof Type.Struct from) {
            return type.variant(from.name()).map(v -> fits(v, val)).orElse(terms.zero);
        }
        Type.Union from = (Type.Union) val.type();
        List<Node> any = new ArrayList<>();
        for (int i = 0; i < from.variants().size(); i++) {
            Val here = vals.part(val, i + 1);
            Node is = vals.is(val, i);
            type.variant(from.variants().get(i).name()).ifPresent(v -> any.add(terms.both(is, fits(v, here))));
        }
        return terms.any(any);
    }

    private Node setFits(Type.SetOf type, Val val) {
        Type from = ((Type.SetOf) val.type()).element();
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < Encoding.width(val.type()); i++) {
            Value element = Ordinals.value(from, i);
            if (!Domain.contains(type.element(), element)) {
                all.add(terms.not(has(val, vals.constant(element, from))));
            }
        }
        return terms.all(all);
    }

    private Node placesFit(Type element, int capacity, Val val) {
        Node length = vals.node(vals.part(val, 0));
        List<Node> all = new ArrayList<>();
        all.add(terms.atMost(length, terms.constant(capacity)));
        for (int i = 0; i < Encoding.parts(val.type()).size() - 1; i++) {
            all.add(implies(terms.less(terms.constant(i), length), fits(element, vals.part(val, i + 1))));
        }
        return terms.all(all);
    }
}
