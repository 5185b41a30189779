package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Values in which two members of an index type have each other's place. */
public final class MemberExchange {
    private final Type.Index index;
    private final int first;
    private final int second;
    private final Vals vals;
    private final Terms terms;

    public MemberExchange(Type.Index index, int first, int second, Vals vals) {
        this.index = index;
        this.first = first;
        this.second = second;
        this.vals = vals;
        this.terms = vals.terms();
    }

    /** Throws {@code TooLargeException} for a bag of elements of more than 62 bits. */
    public Val in(Val val) {
        if (!MemberTypes.mentions(val.type(), Set.of(index.name()))) {
            return val;
        }
        return switch (val.type()) {
            case Type.Bool _, Type.Range _, Type.Enumeration _ -> val;
            case Type.Index t -> new Val.Scalar(t, member(vals.node(val)));
            case Type.Option t -> option(t, val);
            case Type.Struct t ->
                vals.make(t, vals.parts(val).stream().map(this::in).toList());
            case Type.Union t -> union(t, val);
            case Type.SetOf t -> set(t, val);
            case Type.Seq t -> sequence(t, val);
            case Type.Bag t -> bag(t, val);
            case Type.MapOf t -> map(t, val);
        };
    }

    private Node member(Node node) {
        Node otherwise = terms.choose(terms.equal(node, terms.constant(second)), terms.constant(first), node);
        return terms.choose(terms.equal(node, terms.constant(first)), terms.constant(second), otherwise);
    }

    private Val option(Type.Option type, Val val) {
        Node present = vals.node(vals.part(val, 0));
        return vals.make(type, List.of(vals.truth(present), kept(present, vals.part(val, 1))));
    }

    /** What is there only if a condition holds, and zero otherwise. */
    private Val kept(Node present, Val part) {
        return vals.choose(present, in(part), vals.zero(part.type()));
    }

    private Val union(Type.Union type, Val val) {
        Val result = val;
        for (int i = 0; i < type.variants().size(); i++) {
            if (MemberTypes.mentions(type.variants().get(i), Set.of(index.name()))) {
                Val moved = in(vals.part(val, i + 1));
                result = vals.choose(vals.is(val, i), vals.variant(type, i, moved), result);
            }
        }
        return result;
    }

    private Val set(Type.SetOf type, Val val) {
        int size = Encoding.width(type);
        Conversion conversion = new Conversion(vals);
        List<Node> there = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // an exchange is its own inverse: what is there now came from where this element goes
            Value from = in(Ordinals.value(type.element(), i));
            there.add(conversion.has(val, vals.constant(from, type.element())));
        }
        return conversion.ofTruths(type, there);
    }

    private Value in(Value value) {
        return switch (value) {
            case Value.Bool _, Value.Int _, Value.EnumMember _, Value.None _ -> value;
            case Value.Member v -> v.type().name().equals(index.name()) ? new Value.Member(v.type(), other(v)) : v;
            case Value.Some v -> new Value.Some(in(v.value()));
            case Value.Struct v ->
                new Value.Struct(v.type(), v.fields().stream().map(this::in).toList());
            case Value.SetOf v ->
                Value.SetOf.of(v.elements().stream().map(this::in).toList());
            case Value.Seq _, Value.Bag _, Value.MapOf _ ->
                throw new IllegalStateException("no set has elements like " + value);
        };
    }

    private int other(Value.Member member) {
        return member.ordinal() == first ? second : member.ordinal() == second ? first : member.ordinal();
    }

    private Val sequence(Type.Seq type, Val val) {
        Node length = vals.node(vals.part(val, 0));
        List<Val> parts = new ArrayList<>();
        parts.add(vals.part(val, 0));
        for (int i = 0; i < type.capacity(); i++) {
            parts.add(kept(terms.less(terms.constant(i), length), vals.part(val, i + 1)));
        }
        return vals.make(type, parts);
    }

    /** Elements are sorted by their bits, which an exchange changes. */
    private Val bag(Type.Bag type, Val val) {
        if (Encoding.width(type.element()) > 62) {
            throw new TooLargeException("the messages of an unordered channel take more than 62 bits");
        }
        Node length = vals.node(vals.part(val, 0));
        Node behindAll = terms.constant(1L << 62);
        List<Node> keys = new ArrayList<>();
        for (int i = 0; i < type.capacity(); i++) {
            Node present = terms.less(terms.constant(i), length);
            keys.add(terms.choose(present, vals.bits(in(vals.part(val, i + 1))), behindAll));
        }
        for (int end = keys.size() - 1; end > 0; end--) {
            for (int i = 0; i < end; i++) {
                Node a = keys.get(i);
                Node b = keys.get(i + 1);
                Node falling = terms.less(b, a);
                keys.set(i, terms.choose(falling, b, a));
                keys.set(i + 1, terms.choose(falling, a, b));
            }
        }
        List<Val> parts = new ArrayList<>();
        parts.add(vals.part(val, 0));
        int width = Encoding.width(type.element());
        keys.forEach(key -> parts.add(vals.ofBits(type.element(), terms.field(key, 0, width))));
        return vals.make(type, parts);
    }

    private Val map(Type.MapOf type, Val val) {
        List<Val> parts = vals.parts(val);
        List<Val> moved = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Node from = Ordinals.of(vals.constant(in(Ordinals.value(type.key(), i)), type.key()), vals);
            moved.add(in(parts.get((int) from.value())));
        }
        return vals.make(type, moved);
    }
}
