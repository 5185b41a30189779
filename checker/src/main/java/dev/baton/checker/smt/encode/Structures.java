package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What can be done with values of any type: known ones, comparison, choice. */
final class Structures {
    /** A set, or a bag, of elements of more values than this is not taken apart. */
    private static final int MOST_VALUES = 4096;

    private final Terms terms;
    private final Numbers numbers;
    private final Coercion coercion;

    Structures(Terms terms) {
        this.terms = terms;
        this.numbers = new Numbers(terms);
        this.coercion = new Coercion(this);
    }

    Terms terms() {
        return terms;
    }

    Numbers numbers() {
        return numbers;
    }

    Coercion coercion() {
        return coercion;
    }

    /** The values of the element type of a set or bag, in order. */
    static List<Value> values(Type element) {
        if (Domain.size(element).compareTo(BigInteger.valueOf(MOST_VALUES)) > 0) {
            throw new TooLargeException("there are sets or unordered channels of `" + element
                    + "`, which has more than " + MOST_VALUES + " values");
        }
        return Domain.values(element);
    }

    Sym truth(Term term) {
        return new Sym.Truth(term);
    }

    /** What a value does not have. */
    Sym zero(Type type) {
        return constant(Domain.first(type), type);
    }

    Sym constant(Value value, Type type) {
        return switch (value) {
            case Value.Bool v -> truth(terms.truth(v.value()));
            case Value.Int v -> numbers.integer(v.value());
            case Value.EnumMember v -> numbers.constant(type, v.ordinal());
            case Value.Member v -> numbers.constant(type, v.ordinal());
            case Value.None v -> {
                Type.Option option = (Type.Option) type;
                yield new Sym.Opt(option, terms.no, zero(option.element()));
            }
            case Value.Some v -> {
                Type.Option option = (Type.Option) type;
                yield new Sym.Opt(option, terms.yes, constant(v.value(), option.element()));
            }
            case Value.Struct v -> struct(v, type);
            case Value.SetOf v -> {
                Type.SetOf set = (Type.SetOf) type;
                yield new Sym.SetOf(
                        set,
                        values(set.element()).stream()
                                .map(e -> terms.truth(v.contains(e)))
                                .toList());
            }
            case Value.Seq v -> {
                Type.Seq seq = (Type.Seq) type;
                List<Sym> places = new ArrayList<>();
                v.elements().forEach(e -> places.add(constant(e, seq.element())));
                while (places.size() < seq.capacity()) {
                    places.add(zero(seq.element()));
                }
                yield new Sym.Seq(seq, numbers.integer(v.elements().size()), places);
            }
            case Value.Bag v -> {
                Type.Bag bag = (Type.Bag) type;
                yield new Sym.Bag(
                        bag,
                        values(bag.element()).stream()
                                .map(e -> numbers.integer(
                                        v.elements().stream().filter(e::equals).count()))
                                .toList());
            }
            case Value.MapOf v -> {
                Type.MapOf map = (Type.MapOf) type;
                yield new Sym.MapOf(
                        map,
                        v.values().stream().map(e -> constant(e, map.value())).toList());
            }
        };
    }

    private Sym struct(Value.Struct value, Type type) {
        if (type instanceof Type.Union union) {
            Type.Struct variant = union.variant(value.type().name()).orElseThrow();
            return variant(union, Coercion.variant(union, variant), struct(value, variant));
        }
        Type.Struct struct = (Type.Struct) type;
        List<Sym> fields = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            fields.add(constant(value.fields().get(i), struct.fields().get(i).type()));
        }
        return new Sym.Struct(struct, fields);
    }

    /** A value of a union that is of variant {@code tag}. */
    Sym variant(Type.Union type, int tag, Sym struct) {
        List<Sym> variants = new ArrayList<>();
        for (int i = 0; i < type.variants().size(); i++) {
            variants.add(i == tag ? struct : zero(type.variants().get(i)));
        }
        return new Sym.Union(type, numbers.integer(tag), variants);
    }

    /** Whether a value of a union is of variant {@code i}. */
    Term is(Sym.Union union, int i) {
        return numbers.equal(union.tag(), numbers.integer(i));
    }

    /** Whether two values are the same; their types may differ where the language compares them. */
    Term equal(Sym a, Sym b) {
        Type join = Join.of(a.type(), b.type());
        Sym x = coercion.to(join, a);
        Sym y = coercion.to(join, b);
        return switch (x) {
            case Sym.Truth v -> terms.equal(v.term(), ((Sym.Truth) y).term());
            case Num v -> numbers.equal(v, (Num) y);
            case Sym.Opt v -> {
                Sym.Opt w = (Sym.Opt) y;
                yield terms.both(terms.equal(v.present(), w.present()), equal(v.element(), w.element()));
            }
            case Sym.Struct v -> equal(v.fields(), ((Sym.Struct) y).fields());
            case Sym.Union v -> {
                Sym.Union w = (Sym.Union) y;
                yield terms.both(numbers.equal(v.tag(), w.tag()), equal(v.variants(), w.variants()));
            }
            case Sym.SetOf v -> {
                List<Term> all = new ArrayList<>();
                for (int i = 0; i < v.members().size(); i++) {
                    all.add(terms.equal(
                            v.members().get(i), ((Sym.SetOf) y).members().get(i)));
                }
                yield terms.all(all);
            }
            case Sym.Seq v -> {
                Sym.Seq w = (Sym.Seq) y;
                yield terms.both(numbers.equal(v.length(), w.length()), equal(v.places(), w.places()));
            }
            case Sym.Bag v -> equal(v.counts(), ((Sym.Bag) y).counts());
            case Sym.MapOf v -> equal(v.entries(), ((Sym.MapOf) y).entries());
        };
    }

    private Term equal(List<? extends Sym> a, List<? extends Sym> b) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            Term same = equal(a.get(i), b.get(i));
            if (same.isFalse()) {
                return same;
            }
            all.add(same);
        }
        return terms.all(all);
    }

    /** One of two values whose types may differ. */
    Sym choose(Term condition, Sym a, Sym b) {
        if (condition.isConstant()) {
            return condition.isTrue() ? a : b;
        }
        Type join = Join.of(a.type(), b.type());
        Sym x = coercion.to(join, a);
        Sym y = coercion.to(join, b);
        return switch (x) {
            case Sym.Truth v -> truth(terms.choose(condition, v.term(), ((Sym.Truth) y).term()));
            case Num v -> numbers.choose(condition, v, (Num) y, join);
            case Sym.Opt v -> {
                Sym.Opt w = (Sym.Opt) y;
                yield new Sym.Opt(
                        v.type(),
                        terms.choose(condition, v.present(), w.present()),
                        choose(condition, v.element(), w.element()));
            }
            case Sym.Struct v -> new Sym.Struct(v.type(), choose(condition, v.fields(), ((Sym.Struct) y).fields()));
            case Sym.Union v -> {
                Sym.Union w = (Sym.Union) y;
                yield new Sym.Union(
                        v.type(),
                        numbers.choose(condition, v.tag(), w.tag(), v.tag().type()),
                        choose(condition, v.variants(), w.variants()));
            }
            case Sym.SetOf v -> {
                List<Term> members = new ArrayList<>();
                for (int i = 0; i < v.members().size(); i++) {
                    members.add(terms.choose(
                            condition,
                            v.members().get(i),
                            ((Sym.SetOf) y).members().get(i)));
                }
                yield new Sym.SetOf(v.type(), members);
            }
            case Sym.Seq v -> {
                Sym.Seq w = (Sym.Seq) y;
                yield new Sym.Seq(
                        v.type(),
                        numbers.choose(
                                condition, v.length(), w.length(), v.length().type()),
                        choose(condition, v.places(), w.places()));
            }
            case Sym.Bag v -> {
                List<Num> counts = new ArrayList<>();
                for (int i = 0; i < v.counts().size(); i++) {
                    Num count = v.counts().get(i);
                    counts.add(numbers.choose(
                            condition, count, ((Sym.Bag) y).counts().get(i), count.type()));
                }
                yield new Sym.Bag(v.type(), counts);
            }
            case Sym.MapOf v -> new Sym.MapOf(v.type(), choose(condition, v.entries(), ((Sym.MapOf) y).entries()));
        };
    }

    private List<Sym> choose(Term condition, List<Sym> a, List<Sym> b) {
        List<Sym> all = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            all.add(choose(condition, a.get(i), b.get(i)));
        }
        return all;
    }

    /** The element at a position from 0, which is one where the value counts; {@code none} of an empty list. */
    Sym select(List<Sym> elements, Num position, Type element) {
        if (elements.isEmpty()) {
            return zero(element);
        }
        Sym found = elements.getLast();
        for (int i = elements.size() - 2; i >= 0; i--) {
            found = choose(numbers.equal(position, numbers.integer(i)), elements.get(i), found);
        }
        return found;
    }

    /** The elements with one put in the place of another. */
    List<Sym> update(List<Sym> elements, Num position, Sym element) {
        List<Sym> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            all.add(choose(numbers.equal(position, numbers.integer(i)), element, elements.get(i)));
        }
        return all;
    }
}
