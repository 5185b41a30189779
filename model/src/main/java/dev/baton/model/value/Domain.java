package dev.baton.model.value;

import dev.baton.model.type.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A type as the set of its values: membership, size, enumeration in the order of {@link Value#compareTo}. */
public final class Domain {

    /** More values than this are never enumerated; the front end refuses quantifiers and indexes over larger types. */
    public static final int LARGEST = 1 << 16;

    private Domain() {}

    /** Whether a value is of a type; this is what a range check asks (rule 3). */
    public static boolean contains(Type type, Value value) {
        return switch (type) {
            case Type.Bool t -> value instanceof Value.Bool;
            case Type.Range t -> value instanceof Value.Int v && t.low() <= v.value() && v.value() <= t.high();
            case Type.Enumeration t ->
                value instanceof Value.EnumMember v && v.type().name().equals(t.name());
            case Type.Index t ->
                value instanceof Value.Member v && v.type().name().equals(t.name()) && v.ordinal() < t.size();
            case Type.Struct t ->
                value instanceof Value.Struct v && v.type().name().equals(t.name()) && fields(t, v);
            case Type.Union t ->
                value instanceof Value.Struct v
                        && t.variant(v.type().name()).filter(s -> fields(s, v)).isPresent();
            case Type.Option t ->
                value instanceof Value.None || (value instanceof Value.Some v && contains(t.element(), v.value()));
            case Type.SetOf t -> value instanceof Value.SetOf v && all(t.element(), v.elements());
            case Type.Seq t ->
                value instanceof Value.Seq v && v.elements().size() <= t.capacity() && all(t.element(), v.elements());
            case Type.Bag t ->
                value instanceof Value.Bag v && v.elements().size() <= t.capacity() && all(t.element(), v.elements());
            case Type.MapOf t -> value instanceof Value.MapOf v && all(t.value(), v.values());
        };
    }

    private static boolean all(Type element, List<Value> values) {
        return values.stream().allMatch(v -> contains(element, v));
    }

    private static boolean fields(Type.Struct type, Value.Struct value) {
        for (int i = 0; i < type.fields().size(); i++) {
            if (!contains(type.fields().get(i).type(), value.fields().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many values a type has. */
    public static BigInteger size(Type type) {
        return switch (type) {
            case Type.Bool t -> BigInteger.TWO;
            case Type.Range t -> BigInteger.valueOf((long) t.high() - t.low() + 1);
            case Type.Enumeration t -> BigInteger.valueOf(t.members().size());
            case Type.Index t -> BigInteger.valueOf(t.size());
            case Type.Struct t ->
                t.fields().stream().map(f -> size(f.type())).reduce(BigInteger.ONE, BigInteger::multiply);
            case Type.Union t -> t.variants().stream().map(Domain::size).reduce(BigInteger.ZERO, BigInteger::add);
            case Type.Option t -> size(t.element()).add(BigInteger.ONE);
            case Type.SetOf t -> power(BigInteger.TWO, size(t.element()));
            case Type.Seq t -> {
                BigInteger sum = BigInteger.ZERO;
                for (int n = 0; n <= t.capacity(); n++) {
                    sum = sum.add(size(t.element()).pow(n));
                }
                yield sum;
            }
            case Type.Bag t -> size(new Type.Seq(t.element(), t.capacity()));
            case Type.MapOf t -> power(size(t.value()), size(t.key()));
        };
    }

    private static final BigInteger HUGE = BigInteger.TWO.pow(4096);

    private static BigInteger power(BigInteger base, BigInteger exponent) {
        return exponent.bitLength() > 12 || (long) base.bitLength() * exponent.intValue() > 4096
                ? HUGE
                : base.pow(exponent.intValue());
    }

    /**
     * All values of a type, in order.
     *
     * @throws IllegalArgumentException if there are more than {@link #LARGEST}, or for types that are never enumerated
     */
    public static List<Value> values(Type type) {
        return switch (type) {
            case Type.Bool t -> List.of(Value.FALSE, Value.TRUE);
            case Type.Range t -> {
                limit(t);
                List<Value> values = new ArrayList<>();
                for (int i = t.low(); i <= t.high(); i++) {
                    values.add(new Value.Int(i));
                }
                yield values;
            }
            case Type.Enumeration t -> {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < t.members().size(); i++) {
                    values.add(new Value.EnumMember(t, i));
                }
                yield values;
            }
            case Type.Index t -> {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < t.size(); i++) {
                    values.add(new Value.Member(t, i));
                }
                yield values;
            }
            case Type.Option t -> {
                List<Value> values = new ArrayList<>();
                values.add(Value.NONE);
                values(t.element()).forEach(v -> values.add(new Value.Some(v)));
                yield values;
            }
            case Type.Struct t -> {
                limit(t);
                yield structs(t);
            }
            case Type.Union t -> {
                limit(t);
                yield t.variants().stream()
                        .flatMap(v -> structs(v).stream())
                        .sorted()
                        .toList();
            }
            case Type.SetOf t -> {
                limit(t);
                List<Value> elements = values(t.element());
                List<Value> sets = new ArrayList<>();
                for (int bits = 0; bits < 1 << elements.size(); bits++) {
                    List<Value> chosen = new ArrayList<>();
                    for (int i = 0; i < elements.size(); i++) {
                        if ((bits >> i & 1) != 0) {
                            chosen.add(elements.get(i));
                        }
                    }
                    sets.add(new Value.SetOf(chosen));
                }
                yield sets.stream().sorted().toList();
            }
            case Type.Seq t -> throw new IllegalArgumentException("sequences are not enumerated");
            case Type.Bag t -> throw new IllegalArgumentException("bags are not enumerated");
            case Type.MapOf t -> throw new IllegalArgumentException("maps are not enumerated");
        };
    }

    private static void limit(Type type) {
        if (size(type).compareTo(BigInteger.valueOf(LARGEST)) > 0) {
            throw new IllegalArgumentException(type + " has more than " + LARGEST + " values");
        }
    }

    private static List<Value> structs(Type.Struct type) {
        List<List<Value>> rows = List.of(List.of());
        for (Type.Field field : type.fields()) {
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> row : rows) {
                for (Value value : values(field.type())) {
                    List<Value> next = new ArrayList<>(row);
                    next.add(value);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows.stream().map(row -> (Value) new Value.Struct(type, row)).toList();
    }

    /** The position of a key in {@link #values}, without enumerating: keys are ranges, enumerations, indexes, bool. */
    public static int ordinal(Type key, Value value) {
        return switch (value) {
            case Value.Bool v -> v.value() ? 1 : 0;
            case Value.Int v -> v.value() - ((Type.Range) key).low();
            case Value.EnumMember v -> v.ordinal();
            case Value.Member v -> v.ordinal();
            case Value.Struct v -> values(key).indexOf(v);
            case Value.None v -> 0;
            case Value.Some v -> 1 + ordinal(((Type.Option) key).element(), v.value());
            case Value.SetOf v -> values(key).indexOf(v);
            case Value.Seq v -> throw new IllegalArgumentException("no map has sequences as keys");
            case Value.Bag v -> throw new IllegalArgumentException("no map has bags as keys");
            case Value.MapOf v -> throw new IllegalArgumentException("no map has maps as keys");
        };
    }

    /** The first value of a type: what a variable that is out of scope holds, so that it tells no states apart. */
    public static Value first(Type type) {
        return switch (type) {
            case Type.Bool t -> Value.FALSE;
            case Type.Range t -> new Value.Int(t.low());
            case Type.Enumeration t -> new Value.EnumMember(t, 0);
            case Type.Index t -> new Value.Member(t, 0);
            case Type.Struct t ->
                new Value.Struct(
                        t, t.fields().stream().map(f -> first(f.type())).toList());
            case Type.Union t -> first(t.variants().getFirst());
            case Type.Option t -> Value.NONE;
            case Type.SetOf t -> Value.EMPTY_SET;
            case Type.Seq t -> Value.EMPTY_SEQ;
            case Type.Bag t -> new Value.Bag(List.of());
            case Type.MapOf t ->
                new Value.MapOf(
                        t.key(),
                        values(t.key()).stream().map(k -> first(t.value())).toList());
        };
    }
}
