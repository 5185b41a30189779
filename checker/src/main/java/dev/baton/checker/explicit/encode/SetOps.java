package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** The operators on sets. */
public final class SetOps {
    private final Vals vals;
    private final Terms terms;
    private final Conversion conversion;

    public SetOps(Vals vals, Conversion conversion) {
        this.vals = vals;
        this.terms = vals.terms();
        this.conversion = conversion;
    }

    /** An element that may be in a set, and when it is. */
    public record Candidate(Val element, Node present) {}

    /** All values of a type, each as a constant. */
    public List<Val> values(Type type) {
        List<Val> all = new ArrayList<>();
        int size = Ordinals.size(type);
        for (int i = 0; i < size; i++) {
            all.add(vals.constant(Ordinals.value(type, i), type));
        }
        return all;
    }

    /** What may be in a set. */
    public List<Candidate> candidates(Val set) {
        Type element = ((Type.SetOf) set.type()).element();
        List<Candidate> all = new ArrayList<>();
        for (Val value : values(element)) {
            all.add(new Candidate(value, conversion.has(set, value)));
        }
        return all;
    }

    /** Whether a value, of any type that may share values with the set's elements, is in a set. */
    public Node contains(Val set, Val value) {
        Type element = ((Type.SetOf) set.type()).element();
        return terms.both(conversion.fits(element, value), conversion.has(set, conversion.to(element, value)));
    }

    /** The set of the elements that are present. */
    public Val of(Type.SetOf type, List<Candidate> candidates) {
        Val set = vals.zero(type);
        for (Candidate candidate : candidates) {
            Node ordinal = Ordinals.of(conversion.to(type.element(), candidate.element()), vals);
            Node present = candidate.present();
            Val before = set;
            set = vals.chunks(type, i -> terms.or(vals.chunk(before, i), bit(ordinal, present, i)));
        }
        return set;
    }

    private Node bit(Node ordinal, Node present, int chunk) {
        Node here =
                terms.both(present, terms.equal(terms.shiftRight(ordinal, terms.constant(6)), terms.constant(chunk)));
        return terms.shiftLeft(here, terms.field(ordinal, 0, 6));
    }

    public Val all(Type.SetOf type) {
        int size = Encoding.width(type);
        List<Node> truths = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            truths.add(terms.one);
        }
        return conversion.ofTruths(type, truths);
    }

    /** The integers of a range type from {@code low} to {@code high}. */
    public Val range(Type.SetOf type, Node low, Node high) {
        List<Node> truths = new ArrayList<>();
        for (Val value : values(type.element())) {
            truths.add(terms.both(terms.atMost(low, vals.node(value)), terms.atMost(vals.node(value), high)));
        }
        return conversion.ofTruths(type, truths);
    }

    public Val union(Type.SetOf type, Val a, Val b) {
        return bitwise(type, a, b, terms::or);
    }

    public Val intersect(Type.SetOf type, Val a, Val b) {
        return bitwise(type, a, b, terms::and);
    }

    public Val minus(Type.SetOf type, Val a, Val b) {
        return bitwise(type, a, b, terms::without);
    }

    private Val bitwise(Type.SetOf type, Val a, Val b, BinaryOperator<Node> operator) {
        Type join = Join.of(a.type(), b.type());
        Val x = conversion.to(join, a);
        Val y = conversion.to(join, b);
        return conversion.to(type, vals.chunks(join, i -> operator.apply(vals.chunk(x, i), vals.chunk(y, i))));
    }

    public Node subset(Val part, Val whole) {
        Type.SetOf join = (Type.SetOf) Join.of(part.type(), whole.type());
        return vals.equal(minus(join, part, whole), vals.zero(join));
    }

    public Node size(Val set) {
        Node sum = terms.zero;
        for (int i = 0; i < Vals.chunks(set.type()); i++) {
            sum = terms.add(sum, terms.count(vals.chunk(set, i)));
        }
        return sum;
    }
}
