package dev.baton.model.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finite type (rule 2 of the language). Named types are equal when their names and parts are; ranges when their
 * bounds' values are.
 */
public sealed interface Type {

    /** {@code bool}. */
    record Bool() implements Type {
        @Override
        public String toString() {
            return "bool";
        }
    }

    /** {@code lo..hi}, both inclusive; {@code lo <= hi}. */
    record Range(Bound lo, Bound hi) implements Type {
        public Range {
            if (lo.value() > hi.value()) {
                throw new IllegalArgumentException("empty range " + lo.value() + ".." + hi.value());
            }
        }

        public static Range of(int lo, int hi) {
            return new Range(Bound.of(lo), Bound.of(hi));
        }

        public int low() {
            return lo.value();
        }

        public int high() {
            return hi.value();
        }

        @Override
        public String toString() {
            return lo.text() + ".." + hi.text();
        }
    }

    /** {@code enum name { … }}; members in declaration order. */
    record Enumeration(String name, List<String> members) implements Type {
        public Enumeration {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * {@code kernel K[n]}, {@code core C[n]}, {@code index P[n]}, {@code resource R[n]}: members {@code 0 .. size-1}. A
     * kernel that is not indexed is an index type of size 1 with {@code single} set.
     */
    record Index(String name, int size, String sizeText, boolean single) implements Type {
        @Override
        public boolean equals(Object other) {
            return other instanceof Index index && index.name.equals(name) && index.size == size;
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + size;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code record name { … }} or {@code message name { … }}; fields in declaration order. */
    record Struct(String name, List<Field> fields) implements Type {
        public Struct {
            fields = List.copyOf(fields);
        }

        /** The position of a field, or -1. */
        public int indexOf(String field) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).name().equals(field)) {
                    return i;
                }
            }
            return -1;
        }

        public Optional<Field> field(String field) {
            int at = indexOf(field);
            return at < 0 ? Optional.empty() : Optional.of(fields.get(at));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A field of a record or message. */
    record Field(String name, Type type) {}

    /** A tagged union: the value is a struct of one of the variants, its tag the struct's name. */
    record Union(String name, List<Struct> variants) implements Type {
        public Union {
            variants = List.copyOf(variants);
        }

        public Optional<Struct> variant(String tag) {
            return variants.stream().filter(v -> v.name().equals(tag)).findFirst();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code T?}; the element is not an option itself. */
    record Option(Type element) implements Type {
        @Override
        public String toString() {
            return element + "?";
        }
    }

    /** {@code set<T>}. */
    record SetOf(Type element) implements Type {
        @Override
        public String toString() {
            return "set<" + element + ">";
        }
    }

    /** {@code seq<T, n>}: at most {@code capacity} elements. */
    record Seq(Type element, int capacity) implements Type {
        @Override
        public String toString() {
            return "seq<" + element + ", " + capacity + ">";
        }
    }

    /** A multiset of at most {@code capacity} elements in all; only lowering makes it (unordered channels). */
    record Bag(Type element, int capacity) implements Type {
        @Override
        public String toString() {
            return "bag<" + element + ", " + capacity + ">";
        }
    }

    /** A total map from a finite key type (range, enumeration, index, bool). */
    record MapOf(Type key, Type value) implements Type {
        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">";
        }
    }

    /** {@code bool}, the one instance that is needed. */
    Type BOOL = new Bool();

    /** A list of types as a sentence would name them. */
    static String names(List<? extends Type> types) {
        return types.stream().map(Type::toString).collect(Collectors.joining(", "));
    }
}
