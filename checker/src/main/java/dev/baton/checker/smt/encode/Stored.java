package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** How values of a type are kept in free constants, and read back from what a solver says of these. */
public final class Stored {
    private final Structures structures;
    private final Terms terms;

    public Stored(Evaluation evaluation) {
        this.structures = evaluation.structures();
        this.terms = structures.terms();
    }

    /**
     * A value of a type that nothing is known of.
     *
     * @param name of the whole; the parts' names begin with it
     * @param mark what stands behind the name of each constant
     */
    public Sym fresh(Type type, String name, String mark) {
        return switch (type) {
            case Type.Bool t -> new Sym.Truth(terms.symbol(name + mark, Sort.BOOL));
            case Type.Range t -> number(t, t.low(), t.high(), name + mark);
            case Type.Enumeration t -> number(t, 0, t.members().size() - 1L, name + mark);
            case Type.Index t -> number(t, 0, t.size() - 1L, name + mark);
            case Type.Struct t -> struct(t, name, mark);
            case Type.Union t ->
                new Sym.Union(
                        t,
                        number(
                                Type.Range.of(0, t.variants().size() - 1),
                                0,
                                t.variants().size() - 1L,
                                name + ".is" + mark),
                        t.variants().stream()
                                .map(v -> (Sym) struct(v, name + "." + v.name(), mark))
                                .toList());
            case Type.Option t ->
                new Sym.Opt(t, terms.symbol(name + "?" + mark, Sort.BOOL), fresh(t.element(), name + "!", mark));
            case Type.SetOf t ->
                new Sym.SetOf(
                        t,
                        Structures.values(t.element()).stream()
                                .map(v -> terms.symbol(name + "{" + v + "}" + mark, Sort.BOOL))
                                .toList());
            case Type.Seq t ->
                new Sym.Seq(
                        t,
                        number(Type.Range.of(0, t.capacity()), 0, t.capacity(), name + ".length" + mark),
                        IntStream.range(0, t.capacity())
                                .mapToObj(i -> fresh(t.element(), name + "[" + i + "]", mark))
                                .toList());
            case Type.Bag t ->
                new Sym.Bag(
                        t,
                        Structures.values(t.element()).stream()
                                .map(v -> number(
                                        Type.Range.of(0, t.capacity()), 0, t.capacity(), name + "{" + v + "}" + mark))
                                .toList());
            case Type.MapOf t ->
                new Sym.MapOf(
                        t,
                        Domain.values(t.key()).stream()
                                .map(k -> fresh(t.value(), name + "[" + k + "]", mark))
                                .toList());
        };
    }

    private Num number(Type type, long low, long high, String name) {
        return low == high
                ? structures.numbers().constant(type, low)
                : new Num(type, terms.symbol(name, new Sort.Bits(Numbers.width(low, high))), low, high);
    }

    private Sym.Struct struct(Type.Struct type, String name, String mark) {
        return new Sym.Struct(
                type,
                type.fields().stream()
                        .map(f -> fresh(f.type(), name + "." + f.name(), mark))
                        .toList());
    }

    /** What is true of every value: integers are in range, and what a value does not have is as {@link Sym} says. */
    public Term wellFormed(Sym sym) {
        List<Term> all = new ArrayList<>();
        wellFormed(sym, all);
        return terms.all(all);
    }

    private void wellFormed(Sym sym, List<Term> all) {
        switch (sym) {
            case Sym.Truth _ -> {}
            case Sym.SetOf _ -> {}
            case Num v -> inRange(v, all);
            case Sym.Opt v -> {
                all.add(terms.either(v.present(), isZero(v.element())));
                wellFormed(v.element(), all);
            }
            case Sym.Struct v -> v.fields().forEach(f -> wellFormed(f, all));
            case Sym.Union v -> {
                inRange(v.tag(), all);
                for (int i = 0; i < v.variants().size(); i++) {
                    all.add(terms.either(
                            structures.is(v, i), isZero(v.variants().get(i))));
                    wellFormed(v.variants().get(i), all);
                }
            }
            case Sym.Seq v -> {
                inRange(v.length(), all);
                for (int i = 0; i < v.places().size(); i++) {
                    Sym place = v.places().get(i);
                    all.add(terms.either(structures.coercion().within(i, v), isZero(place)));
                    wellFormed(place, all);
                }
            }
            case Sym.Bag v -> {
                v.counts().forEach(count -> inRange(count, all));
                all.add(structures.coercion().fits(v.type(), v));
            }
            case Sym.MapOf v -> v.entries().forEach(e -> wellFormed(e, all));
        }
    }

    private void inRange(Num number, List<Term> all) {
        int width = number.bits().width();
        long low = number.signed() ? -(1L << (width - 1)) : 0;
        long high = number.signed() ? (1L << (width - 1)) - 1 : (1L << width) - 1;
        // as a number of which no more is known than its bits say, else the bounds would be taken for granted
        Num any = new Num(number.type(), number.bits(), low, high);
        Numbers numbers = structures.numbers();
        all.add(numbers.atMost(numbers.integer(number.low()), any));
        all.add(numbers.atMost(any, numbers.integer(number.high())));
    }

    private Term isZero(Sym sym) {
        return structures.equal(sym, structures.zero(sym.type()));
    }

    /** The truth values and numbers that a value is made of, in one order for all values of a type. */
    public List<Sym> scalars(Sym sym) {
        List<Sym> all = new ArrayList<>();
        scalars(sym, all);
        return all;
    }

    private void scalars(Sym sym, List<Sym> all) {
        switch (sym) {
            case Sym.Truth v -> all.add(v);
            case Num v -> all.add(v);
            case Sym.Opt v -> {
                all.add(new Sym.Truth(v.present()));
                scalars(v.element(), all);
            }
            case Sym.Struct v -> v.fields().forEach(f -> scalars(f, all));
            case Sym.Union v -> {
                all.add(v.tag());
                v.variants().forEach(s -> scalars(s, all));
            }
            case Sym.SetOf v -> v.members().forEach(m -> all.add(new Sym.Truth(m)));
            case Sym.Seq v -> {
                all.add(v.length());
                v.places().forEach(p -> scalars(p, all));
            }
            case Sym.Bag v -> all.addAll(v.counts());
            case Sym.MapOf v -> v.entries().forEach(e -> scalars(e, all));
        }
    }

    /** A scalar as a term of the sort in which one of the same kind is kept. */
    public Term kept(Sym scalar, Term as) {
        return switch (scalar) {
            case Sym.Truth v -> v.term();
            case Num v -> terms.resize(v.bits(), as.width(), v.signed());
            case Sym.Opt v -> throw composed(v);
            case Sym.Struct v -> throw composed(v);
            case Sym.Union v -> throw composed(v);
            case Sym.SetOf v -> throw composed(v);
            case Sym.Seq v -> throw composed(v);
            case Sym.Bag v -> throw composed(v);
            case Sym.MapOf v -> throw composed(v);
        };
    }

    private static IllegalStateException composed(Sym sym) {
        return new IllegalStateException(sym.type() + " is no scalar");
    }

    /** The term of a scalar. */
    public static Term term(Sym scalar) {
        return switch (scalar) {
            case Sym.Truth v -> v.term();
            case Num v -> v.bits();
            case Sym.Opt v -> throw composed(v);
            case Sym.Struct v -> throw composed(v);
            case Sym.Union v -> throw composed(v);
            case Sym.SetOf v -> throw composed(v);
            case Sym.Seq v -> throw composed(v);
            case Sym.Bag v -> throw composed(v);
            case Sym.MapOf v -> throw composed(v);
        };
    }

    /** What the bits of a scalar are below, whatever its value. */
    public static BigInteger bitPatterns(Sym scalar) {
        return scalar instanceof Num number && !number.signed()
                ? BigInteger.valueOf(number.high()).add(BigInteger.ONE)
                : BigInteger.TWO.pow(
                        scalar instanceof Num number ? number.bits().width() : 1);
    }

    /** @param bits of each symbol; 1 or 0 for truth values */
    public static Value value(Sym sym, ToLongFunction<Term> bits) {
        return switch (sym) {
            case Sym.Truth v -> Value.of(known(v.term(), bits) != 0);
            case Num v -> number(v, bits);
            case Sym.Opt v -> known(v.present(), bits) == 0 ? Value.NONE : new Value.Some(value(v.element(), bits));
            case Sym.Struct v ->
                new Value.Struct(
                        v.type(), v.fields().stream().map(f -> value(f, bits)).toList());
            case Sym.Union v -> value(v.variants().get((int) integer(v.tag(), bits)), bits);
            case Sym.SetOf v -> {
                List<Value> values = Structures.values(v.type().element());
                yield new Value.SetOf(IntStream.range(0, values.size())
                        .filter(i -> known(v.members().get(i), bits) != 0)
                        .mapToObj(values::get)
                        .toList());
            }
            case Sym.Seq v ->
                new Value.Seq(v.places().stream()
                        .limit(integer(v.length(), bits))
                        .map(p -> value(p, bits))
                        .toList());
            case Sym.Bag v -> {
                List<Value> values = Structures.values(v.type().element());
                List<Value> all = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    for (long n = integer(v.counts().get(i), bits); n > 0; n--) {
                        all.add(values.get(i));
                    }
                }
                yield new Value.Bag(all);
            }
            case Sym.MapOf v ->
                new Value.MapOf(
                        v.type().key(),
                        v.entries().stream().map(e -> value(e, bits)).toList());
        };
    }

    private static long known(Term term, ToLongFunction<Term> bits) {
        return term.isConstant() ? term.value() : bits.applyAsLong(term);
    }

    private static long integer(Num number, ToLongFunction<Term> bits) {
        int unused = 64 - number.bits().width();
        long raw = known(number.bits(), bits);
        return number.signed() ? raw << unused >> unused : raw;
    }

    private static Value number(Num number, ToLongFunction<Term> bits) {
        int integer = (int) integer(number, bits);
        return switch (number.type()) {
            case Type.Range t -> new Value.Int(integer);
            case Type.Enumeration t -> new Value.EnumMember(t, integer);
            case Type.Index t -> new Value.Member(t, integer);
            case Type.Bool t -> throw composed(number);
            case Type.Struct t -> throw composed(number);
            case Type.Union t -> throw composed(number);
            case Type.Option t -> throw composed(number);
            case Type.SetOf t -> throw composed(number);
            case Type.Seq t -> throw composed(number);
            case Type.Bag t -> throw composed(number);
            case Type.MapOf t -> throw composed(number);
        };
    }
}
