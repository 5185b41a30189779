package dev.baton.checker.explicit.encode;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** The operators on sequences, and on bags, which are sequences sorted by the bits of their elements. */
public final class SeqOps {
    private final Vals vals;
    private final Terms terms;
    private final Conversion conversion;

    public SeqOps(Vals vals, Conversion conversion) {
        this.vals = vals;
        this.terms = vals.terms();
        this.conversion = conversion;
    }

    public Node length(Val seq) {
        return vals.node(vals.part(seq, 0));
    }

    private static int capacity(Val seq) {
        return Encoding.parts(seq.type()).size() - 1;
    }

    private static Type element(Val seq) {
        return seq.type() instanceof Type.Seq t ? t.element() : ((Type.Bag) seq.type()).element();
    }

    private Val of(Type type, Node length, List<Val> places) {
        List<Val> parts = new ArrayList<>();
        parts.add(new Val.Scalar(Type.Range.of(0, places.size()), length));
        parts.addAll(places);
        return vals.make(type, parts);
    }

    /** The sequence of some elements, all there. */
    public Val of(Type element, List<Val> elements) {
        List<Val> places = elements.stream().map(e -> conversion.to(element, e)).toList();
        return of(new Type.Seq(element, places.size()), terms.constant(places.size()), places);
    }

    public Val at(Val seq, Node position) {
        return vals.select(seq, 1, capacity(seq), element(seq), position);
    }

    public Val put(Val seq, Node position, Val value) {
        return vals.update(seq, 1, capacity(seq), position, conversion.to(element(seq), value));
    }

    public Val last(Val seq) {
        return at(seq, terms.add(length(seq), terms.constant(-1)));
    }

    /** One more at the end; the result has room for it. */
    public Val append(Val seq, Val value) {
        Type element = Join.of(element(seq), value.type());
        Type.Seq wider = new Type.Seq(element, capacity(seq) + 1);
        Val room = conversion.to(wider, seq);
        Node length = length(seq);
        Val put = vals.fill(room, 1, wider.capacity(), length, conversion.to(element, value));
        List<Val> parts = new ArrayList<>(vals.parts(put));
        return of(wider, terms.add(length, terms.one), parts.subList(1, parts.size()));
    }

    /** All but the one at a position; the type stays. */
    public Val remove(Val seq, Node position) {
        List<Val> places = new ArrayList<>();
        int capacity = capacity(seq);
        for (int i = 0; i < capacity; i++) {
            Val next = i + 1 < capacity ? vals.part(seq, i + 2) : vals.zero(element(seq));
            places.add(vals.choose(terms.less(terms.constant(i), position), vals.part(seq, i + 1), next));
        }
        return of(seq.type(), terms.add(length(seq), terms.constant(-1)), places);
    }

    /** With an element put in at a position; the result has room for it. */
    public Val insert(Val seq, Node position, Val value) {
        Type element = Join.of(element(seq), value.type());
        Val from = conversion.to(retyped(seq.type(), element, capacity(seq)), seq);
        Val what = conversion.to(element, value);
        List<Val> places = new ArrayList<>();
        for (int i = 0; i <= capacity(seq); i++) {
            Val moved = i == 0 ? what : vals.part(from, i);
            Val here = vals.choose(terms.equal(terms.constant(i), position), what, moved);
            places.add(
                    i == capacity(seq)
                            ? here
                            : vals.choose(terms.less(terms.constant(i), position), vals.part(from, i + 1), here));
        }
        return of(retyped(seq.type(), element, capacity(seq) + 1), terms.add(length(seq), terms.one), places);
    }

    private static Type retyped(Type type, Type element, int capacity) {
        return type instanceof Type.Bag ? new Type.Bag(element, capacity) : new Type.Seq(element, capacity);
    }

    /** Whether an element occurs. */
    public Node contains(Val seq, Val value) {
        return terms.less(terms.zero, occurrences(seq, value));
    }

    /** How often an element occurs. */
    public Node occurrences(Val seq, Val value) {
        Type join = Join.of(element(seq), value.type());
        Val wanted = conversion.to(join, value);
        Node sum = terms.zero;
        for (int i = 0; i < capacity(seq); i++) {
            Node same = vals.equal(conversion.to(join, vals.part(seq, i + 1)), wanted);
            sum = terms.add(sum, terms.both(terms.less(terms.constant(i), length(seq)), same));
        }
        return sum;
    }

    public Val bagAdd(Val bag, Val value) {
        Type element = Join.of(element(bag), value.type());
        Val from = conversion.to(retyped(bag.type(), element, capacity(bag)), bag);
        return insert(from, rank(from, conversion.to(element, value)), value);
    }

    public Val bagRemove(Val bag, Val value) {
        return remove(bag, rank(bag, conversion.to(element(bag), value)));
    }

    /** How many elements of a bag come before one. */
    private Node rank(Val bag, Val value) {
        if (Encoding.width(element(bag)) > 63) {
            throw new TooLargeException("the messages of an unordered channel take more than 63 bits");
        }
        Node sum = terms.zero;
        for (int i = 0; i < capacity(bag); i++) {
            Node before = terms.less(vals.bits(vals.part(bag, i + 1)), vals.bits(value));
            sum = terms.add(sum, terms.both(terms.less(terms.constant(i), length(bag)), before));
        }
        return sum;
    }

    /** The set of what is in a bag. */
    public List<SetOps.Candidate> members(Val bag) {
        List<SetOps.Candidate> all = new ArrayList<>();
        for (int i = 0; i < capacity(bag); i++) {
            all.add(new SetOps.Candidate(vals.part(bag, i + 1), terms.less(terms.constant(i), length(bag))));
        }
        return all;
    }
}
