package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The operators on sequences and bags. */
final class Sequences {
    private final Structures structures;
    private final Terms terms;
    private final Numbers numbers;

    Sequences(Structures structures) {
        this.structures = structures;
        this.terms = structures.terms();
        this.numbers = structures.numbers();
    }

    /** The sequence of some elements, all there. */
    Sym of(Type element, List<Sym> elements) {
        return new Sym.Seq(
                new Type.Seq(element, elements.size()),
                numbers.integer(elements.size()),
                elements.stream().map(e -> structures.coercion().to(element, e)).toList());
    }

    Sym at(Sym.Seq seq, Num position) {
        return structures.select(seq.places(), position, seq.type().element());
    }

    Sym last(Sym.Seq seq) {
        return at(seq, numbers.subtract(seq.length(), numbers.integer(1)));
    }

    private Sym.Seq wide(Sym.Seq seq, Type element) {
        Type join = Join.of(seq.type().element(), element);
        return (Sym.Seq) structures.coercion().to(new Type.Seq(join, seq.type().capacity()), seq);
    }

    Sym put(Sym.Seq seq, Num position, Sym value) {
        Sym.Seq wide = wide(seq, value.type());
        return new Sym.Seq(wide.type(), wide.length(), structures.update(wide.places(), position, value));
    }

    /** One more at the end; the result has room for it. */
    Sym append(Sym.Seq seq, Sym value) {
        return insert(seq, seq.length(), value);
    }

    /** With an element put in at a position; the result has room for it. */
    Sym insert(Sym.Seq seq, Num position, Sym value) {
        Sym.Seq wide = wide(seq, value.type());
        Type element = wide.type().element();
        List<Sym> places = new ArrayList<>();
        for (int i = 0; i <= wide.places().size(); i++) {
            Sym moved = i == 0 ? value : wide.places().get(i - 1);
            Sym here = structures.choose(numbers.equal(position, numbers.integer(i)), value, moved);
            Sym before = i < wide.places().size() ? wide.places().get(i) : structures.zero(element);
            Sym place = structures.choose(numbers.less(numbers.integer(i), position), before, here);
            places.add(structures.coercion().to(element, place));
        }
        return new Sym.Seq(new Type.Seq(element, places.size()), numbers.add(seq.length(), numbers.integer(1)), places);
    }

    /** All but the one at a position; the type stays. */
    Sym remove(Sym.Seq seq, Num position) {
        List<Sym> places = new ArrayList<>();
        for (int i = 0; i < seq.places().size(); i++) {
            Sym next = i + 1 < seq.places().size()
                    ? seq.places().get(i + 1)
                    : structures.zero(seq.type().element());
            places.add(structures.choose(
                    numbers.less(numbers.integer(i), position), seq.places().get(i), next));
        }
        // not empty where the value counts
        Num length = numbers.subtract(seq.length(), numbers.integer(1));
        long high = Math.max(0, length.high());
        return new Sym.Seq(
                seq.type(), numbers.bounded(length, Type.Range.of(0, seq.type().capacity()), 0, high), places);
    }

    Term contains(Sym.Seq seq, Sym value) {
        List<Term> any = new ArrayList<>();
        for (int i = 0; i < seq.places().size(); i++) {
            any.add(terms.both(
                    structures.coercion().within(i, seq),
                    structures.equal(seq.places().get(i), value)));
        }
        return terms.any(any);
    }

    private Sym.Bag wide(Sym.Bag bag, Type element) {
        Type join = Join.of(bag.type().element(), element);
        return (Sym.Bag) structures.coercion().to(new Type.Bag(join, bag.type().capacity()), bag);
    }

    /** One more occurrence; the result has room for it. */
    Sym bagAdd(Sym.Bag bag, Sym value) {
        Sym.Bag wide = wide(bag, value.type());
        Type.Bag type = new Type.Bag(wide.type().element(), wide.type().capacity() + 1);
        return new Sym.Bag(type, changed(wide, value, true));
    }

    Sym bagRemove(Sym.Bag bag, Sym value) {
        return new Sym.Bag(bag.type(), changed(bag, value, false));
    }

    private List<Num> changed(Sym.Bag bag, Sym value, boolean more) {
        Num one = numbers.integer(1);
        List<Value> values = Structures.values(bag.type().element());
        List<Num> counts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Num count = bag.counts().get(i);
            Term here = structures.equal(
                    structures.constant(values.get(i), bag.type().element()), value);
            Num changed = more ? numbers.add(count, one) : numbers.subtract(count, one);
            Num chosen = numbers.choose(here, changed, count, changed.type());
            long high = Math.clamp(chosen.high(), 0, bag.type().capacity() + 1);
            counts.add(numbers.bounded(chosen, Type.Range.of(0, (int) high), 0, high));
        }
        return counts;
    }

    Num occurrences(Sym.Bag bag, Sym value) {
        List<Value> values = Structures.values(bag.type().element());
        Num found = numbers.integer(0);
        for (int i = 0; i < values.size(); i++) {
            Term here = structures.equal(
                    structures.constant(values.get(i), bag.type().element()), value);
            Num count = bag.counts().get(i);
            found = here.isFalse() ? found : numbers.choose(here, count, found, count.type());
        }
        return found;
    }

    Num size(Sym.Bag bag) {
        return numbers.sum(bag.counts());
    }

    /** The set of what is in a bag. */
    Sym members(Sym.Bag bag) {
        Num none = numbers.integer(0);
        return new Sym.SetOf(
                new Type.SetOf(bag.type().element()),
                bag.counts().stream().map(c -> numbers.less(none, c)).toList());
    }
}
