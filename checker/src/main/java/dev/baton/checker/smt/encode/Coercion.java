package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A value of one type as one of another that has it too: the language takes a range for a wider one and a record for
 * its union without a word. What the other type does not have becomes some value of it: a check stands before such a
 * use.
 */
final class Coercion {
    private final Structures structures;
    private final Terms terms;

    Coercion(Structures structures) {
        this.structures = structures;
        this.terms = structures.terms();
    }

    Sym to(Type type, Sym sym) {
        if (type.equals(sym.type())) {
            return sym;
        }
        return switch (sym) {
            case Sym.Truth v -> v;
            case Num v -> new Num(type, v.bits(), v.low(), v.high());
            case Sym.Opt v -> {
                Type.Option option = (Type.Option) type;
                Sym element = structures.choose(
                        v.present(), to(option.element(), v.element()), structures.zero(option.element()));
                yield new Sym.Opt(option, v.present(), element);
            }
            case Sym.Struct v -> struct(type, v);
            case Sym.Union v -> union(type, v);
            case Sym.SetOf v -> set((Type.SetOf) type, v);
            case Sym.Seq v -> seq((Type.Seq) type, v);
            case Sym.Bag v -> bag((Type.Bag) type, v);
            case Sym.MapOf v -> {
                Type.MapOf map = (Type.MapOf) type;
                yield new Sym.MapOf(
                        map, v.entries().stream().map(e -> to(map.value(), e)).toList());
            }
        };
    }

    static int variant(Type.Union union, Type.Struct struct) {
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i).name().equals(struct.name())) {
                return i;
            }
        }
        throw new IllegalStateException(struct + " is no variant of " + union);
    }

    private Sym struct(Type type, Sym.Struct from) {
        if (type instanceof Type.Union union) {
            int tag = variant(union, from.type());
            return structures.variant(union, tag, to(union.variants().get(tag), from));
        }
        Type.Struct struct = (Type.Struct) type;
        if (!struct.name().equals(from.type().name())) {
            return structures.zero(struct);
        }
        List<Sym> fields = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            fields.add(to(struct.fields().get(i).type(), from.fields().get(i)));
        }
        return new Sym.Struct(struct, fields);
    }

    private Sym union(Type type, Sym.Union from) {
        if (type instanceof Type.Struct struct) {
            return to(struct, from.variants().get(variant(from.type(), struct)));
        }
        Type.Union union = (Type.Union) type;
        Sym result = structures.zero(union);
        for (int i = from.type().variants().size() - 1; i >= 0; i--) {
            Type.Struct variant = from.type().variants().get(i);
            if (union.variant(variant.name()).isPresent()) {
                int there = variant(union, variant);
                Sym here = structures.variant(
                        union,
                        there,
                        to(union.variants().get(there), from.variants().get(i)));
                result = structures.choose(structures.is(from, i), here, result);
            }
        }
        return result;
    }

    private Sym set(Type.SetOf type, Sym.SetOf from) {
        return new Sym.SetOf(type, rearranged(type.element(), from.type().element(), from.members(), terms.no));
    }

    private Sym bag(Type.Bag type, Sym.Bag from) {
        Num none = structures.numbers().integer(0);
        return new Sym.Bag(type, rearranged(type.element(), from.type().element(), from.counts(), none));
    }

    /** What is said of each value of one type, for each value of another; of those that are new, {@code none}. */
    private static <T> List<T> rearranged(Type type, Type from, List<T> said, T none) {
        List<Value> values = Structures.values(type);
        List<Value> before = Structures.values(from);
        return values.stream()
                .map(v -> {
                    int at = before.indexOf(v);
                    return at < 0 ? none : said.get(at);
                })
                .toList();
    }

    private Sym seq(Type.Seq type, Sym.Seq from) {
        List<Sym> places = new ArrayList<>();
        for (int i = 0; i < type.capacity(); i++) {
            if (i >= from.places().size()) {
                places.add(structures.zero(type.element()));
            } else if (from.type().element().equals(type.element())) {
                places.add(from.places().get(i));
            } else {
                places.add(structures.choose(
                        within(i, from), to(type.element(), from.places().get(i)), structures.zero(type.element())));
            }
        }
        return new Sym.Seq(type, from.length(), places);
    }

    /** Whether a sequence has a place. */
    Term within(int place, Sym.Seq seq) {
        Numbers numbers = structures.numbers();
        return numbers.less(numbers.integer(place), seq.length());
    }

    /** Whether a value lies in a type that has the same kind of values. */
    Term fits(Type type, Sym sym) {
        return switch (sym) {
            case Sym.Truth v -> terms.yes;
            case Num v -> numberFits(type, v);
            case Sym.Opt v -> terms.implies(v.present(), fits(((Type.Option) type).element(), v.element()));
            case Sym.Struct v -> {
                if (type instanceof Type.Union union) {
                    yield union.variant(v.type().name()).map(s -> fits(s, v)).orElse(terms.no);
                }
                // of what was assigned just before it may be known that it is another variant
                Type.Struct struct = (Type.Struct) type;
                yield struct.name().equals(v.type().name())
                        ? all(v.fields(), (i, f) -> fits(struct.fields().get(i).type(), f))
                        : terms.no;
            }
            case Sym.Union v -> unionFits(type, v);
            case Sym.SetOf v -> {
                Type element = ((Type.SetOf) type).element();
                List<Value> values = Structures.values(v.type().element());
                yield all(
                        v.members(),
                        (i, member) -> Domain.contains(element, values.get(i)) ? terms.yes : terms.not(member));
            }
            case Sym.Seq v -> {
                Type.Seq seq = (Type.Seq) type;
                Numbers numbers = structures.numbers();
                yield terms.both(
                        numbers.atMost(v.length(), numbers.integer(seq.capacity())),
                        all(v.places(), (i, place) -> terms.implies(within(i, v), fits(seq.element(), place))));
            }
            case Sym.Bag v -> bagFits((Type.Bag) type, v);
            case Sym.MapOf v -> all(v.entries(), (i, entry) -> fits(((Type.MapOf) type).value(), entry));
        };
    }

    private <T> Term all(List<T> parts, BiFunction<Integer, T, Term> fits) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(fits.apply(i, parts.get(i)));
        }
        return terms.all(all);
    }

    private Term numberFits(Type type, Num number) {
        Numbers numbers = structures.numbers();
        return switch (type) {
            case Type.Range t ->
                terms.both(
                        numbers.atMost(numbers.integer(t.low()), number),
                        numbers.atMost(number, numbers.integer(t.high())));
            case Type.Index t ->
                t.name().equals(((Type.Index) number.type()).name())
                        ? numbers.less(number, numbers.integer(t.size()))
                        : terms.no;
            case Type.Enumeration t -> terms.yes;
            case Type.Bool t -> throw unlike(t, number);
            case Type.Struct t -> throw unlike(t, number);
            case Type.Union t -> throw unlike(t, number);
            case Type.Option t -> throw unlike(t, number);
            case Type.SetOf t -> throw unlike(t, number);
            case Type.Seq t -> throw unlike(t, number);
            case Type.Bag t -> throw unlike(t, number);
            case Type.MapOf t -> throw unlike(t, number);
        };
    }

    private static IllegalStateException unlike(Type type, Sym sym) {
        return new IllegalStateException(sym.type() + " is never a " + type);
    }

    private Term unionFits(Type type, Sym.Union value) {
        if (type instanceof Type.Struct struct) {
            int tag = variant(value.type(), struct);
            return terms.both(
                    structures.is(value, tag), fits(struct, value.variants().get(tag)));
        }
        Type.Union union = (Type.Union) type;
        List<Term> any = new ArrayList<>();
        for (int i = 0; i < value.variants().size(); i++) {
            Sym here = value.variants().get(i);
            Term is = structures.is(value, i);
            union.variant(value.type().variants().get(i).name()).ifPresent(v -> any.add(terms.both(is, fits(v, here))));
        }
        return terms.any(any);
    }

    private Term bagFits(Type.Bag type, Sym.Bag bag) {
        Numbers numbers = structures.numbers();
        List<Value> values = Structures.values(bag.type().element());
        Num none = numbers.integer(0);
        Term elements = all(
                bag.counts(),
                (i, count) -> Domain.contains(type.element(), values.get(i)) ? terms.yes : numbers.equal(count, none));
        Num size = numbers.sum(bag.counts());
        return terms.both(elements, numbers.atMost(size, numbers.integer(type.capacity())));
    }
}
