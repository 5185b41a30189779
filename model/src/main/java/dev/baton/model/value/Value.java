package dev.baton.model.value;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value of a finite type. Immutable; equal when the contents are; ordered totally among values of one type (by
 * declaration order of enumerations and members, lexicographically in collections), so that nothing depends on hashing.
 *
 * <p>A value of a union is the {@link Struct} of its variant. A value {@code x} of {@code T} used where {@code T?} is
 * expected is wrapped: {@code Some(x)}.
 */
public sealed interface Value extends Comparable<Value> {

    record Bool(boolean value) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    record Int(int value) implements Value {
        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /** A member of an enumeration. */
    record EnumMember(Type.Enumeration type, int ordinal) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof EnumMember m
                    && m.ordinal == ordinal
                    && m.type.name().equals(type.name());
        }

        @Override
        public int hashCode() {
            return 31 * ordinal + 7;
        }

        @Override
        public String toString() {
            return type.members().get(ordinal);
        }
    }

    /** A member of an index type. */
    record Member(Type.Index type, int ordinal) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Member m
                    && m.ordinal == ordinal
                    && m.type.name().equals(type.name());
        }

        @Override
        public int hashCode() {
            return 31 * ordinal + 11;
        }

        @Override
        public String toString() {
            return type.single() ? type.name() : type.name() + "(" + ordinal + ")";
        }
    }

    /** A record, or a variant of a union; fields in the order of the type. */
    record Struct(Type.Struct type, List<Value> fields) implements Value {
        public Struct {
            fields = List.copyOf(fields);
        }

        public Value get(String field) {
            return fields.get(type.indexOf(field));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Struct s && s.type.name().equals(type.name()) && s.fields.equals(fields);
        }

        @Override
        public int hashCode() {
            return type.name().hashCode() * 31 + fields.hashCode();
        }

        @Override
        public String toString() {
            if (fields.isEmpty()) {
                return type.name();
            }
            StringBuilder out = new StringBuilder(type.name()).append(" { ");
            for (int i = 0; i < fields.size(); i++) {
                out.append(i == 0 ? "" : ", ")
                        .append(type.fields().get(i).name())
                        .append(": ")
                        .append(fields.get(i));
            }
            return out.append(" }").toString();
        }
    }

    record None() implements Value {
        @Override
        public String toString() {
            return "none";
        }
    }

    record Some(Value value) implements Value {
        @Override
        public String toString() {
            return "some(" + value + ")";
        }
    }

    /** A set; elements sorted and distinct. */
    record SetOf(List<Value> elements) implements Value {
        public SetOf {
            elements = List.copyOf(elements);
        }

        /** The set of what is given, in any order, duplicates allowed. */
        public static SetOf of(Collection<Value> elements) {
            return new SetOf(elements.stream().sorted().distinct().toList());
        }

        public boolean contains(Value value) {
            return java.util.Collections.binarySearch(elements, value) >= 0;
        }

        @Override
        public String toString() {
            return elements.stream().map(Value::toString).collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** A sequence; also the first element of a channel is the first here. */
    record Seq(List<Value> elements) implements Value {
        public Seq {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return elements.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A multiset; elements sorted, each as often as it occurs. */
    record Bag(List<Value> elements) implements Value {
        public Bag {
            elements = elements.stream().sorted().toList();
        }

        @Override
        public String toString() {
            return elements.stream().map(Value::toString).collect(Collectors.joining(", ", "{| ", " |}"));
        }
    }

    /** A total map; {@code values.get(i)} belongs to the i-th key of {@code Domain.values(key)}. */
    record MapOf(Type key, List<Value> values) implements Value {
        public MapOf {
            values = List.copyOf(values);
        }

        public Value get(Value at) {
            return values.get(Domain.ordinal(key, at));
        }

        public MapOf with(Value at, Value value) {
            Value[] copy = values.toArray(Value[]::new);
            copy[Domain.ordinal(key, at)] = value;
            return new MapOf(key, Arrays.asList(copy));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MapOf m && m.values.equals(values);
        }

        @Override
        public int hashCode() {
            return values.hashCode();
        }

        @Override
        public String toString() {
            List<Value> keys = Domain.values(key);
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                parts.add(keys.get(i) + ": " + values.get(i));
            }
            return parts.stream().collect(Collectors.joining(", ", "[", "]"));
        }
    }

    Value TRUE = new Bool(true);
    Value FALSE = new Bool(false);
    Value NONE = new None();
    Value EMPTY_SET = new SetOf(List.of());
    Value EMPTY_SEQ = new Seq(List.of());

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Value of(int value) {
        return new Int(value);
    }

    /** @throws ClassCastException if this is no boolean: a broken invariant of the type checker */
    default boolean asBool() {
        return ((Bool) this).value;
    }

    /** @throws ClassCastException if this is no integer: a broken invariant of the type checker */
    default int asInt() {
        return ((Int) this).value;
    }

    @Override
    default int compareTo(Value other) {
        return ValueOrder.compare(this, other);
    }
}
