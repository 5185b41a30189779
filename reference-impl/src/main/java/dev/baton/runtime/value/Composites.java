package dev.baton.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Codes of options, sets, sequences and maps. */
final class Composites {
    private Composites() {}

    static final class OptionCode<T> extends Code<Optional<T>> {
        private final Code<T> element;

        OptionCode(Code<T> element) {
            super(element.size() + 1);
            this.element = element;
        }

        @Override
        public long index(Optional<T> value) {
            return value.isEmpty() ? 0 : 1 + element.index(value.get());
        }

        @Override
        public Optional<T> at(long index) {
            return index == 0 ? Optional.empty() : Optional.of(element.at(index - 1));
        }

        @Override
        public boolean contains(Optional<T> value) {
            return value.isEmpty() || element.contains(value.get());
        }

        @Override
        public int compare(Optional<T> a, Optional<T> b) {
            return a.isPresent() && b.isPresent()
                    ? element.compare(a.get(), b.get())
                    : Boolean.compare(a.isPresent(), b.isPresent());
        }

        @Override
        public String text(Optional<T> value) {
            return value.map(x -> "some(" + element.text(x) + ")").orElse("none");
        }
    }

    static final class SetCode<T> extends Code<Set<T>> {
        private final Code<T> element;

        SetCode(Code<T> element) {
            super(element.size() < Long.SIZE - 1 ? 1L << element.size() : Long.MAX_VALUE);
            this.element = element;
        }

        @Override
        public long index(Set<T> value) {
            long bits = 0;
            for (T member : value) {
                bits |= 1L << element.index(member);
            }
            return bits;
        }

        @Override
        public Set<T> at(long index) {
            TreeMap<Long, T> members = new TreeMap<>();
            for (long rest = index; rest != 0; rest &= rest - 1) {
                long position = Long.numberOfTrailingZeros(rest);
                members.put(position, element.at(position));
            }
            return Sets.copyOf(members.values());
        }

        @Override
        public boolean contains(Set<T> value) {
            return value.stream().allMatch(element::contains);
        }

        @Override
        public int compare(Set<T> a, Set<T> b) {
            return compare(sorted(a), sorted(b), element);
        }

        private List<T> sorted(Set<T> set) {
            return set.stream().sorted(element).toList();
        }

        @Override
        public String text(Set<T> value) {
            return sorted(value).stream().map(element::text).collect(Collectors.joining(", ", "{", "}"));
        }
    }

    static final class SequenceCode<T> extends Code<List<T>> {
        private final Code<T> element;
        private final int capacity;

        SequenceCode(Code<T> element, int capacity) {
            super(shorter(element.size(), capacity + 1));
            this.element = element;
            this.capacity = capacity;
        }

        /** How many sequences are shorter than so many elements. */
        private static long shorter(long elements, int length) {
            long count = 0;
            long ofLength = 1;
            for (int i = 0; i < length; i++) {
                count += ofLength;
                ofLength *= elements;
            }
            return count;
        }

        @Override
        public long index(List<T> value) {
            long digits = 0;
            for (T item : value) {
                digits = digits * element.size() + element.index(item);
            }
            return shorter(element.size(), value.size()) + digits;
        }

        @Override
        public List<T> at(long index) {
            int length = 0;
            while (length < capacity && shorter(element.size(), length + 1) <= index) {
                length++;
            }
            long digits = index - shorter(element.size(), length);
            List<T> items = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                items.addFirst(element.at(digits % element.size()));
                digits /= element.size();
            }
            return List.copyOf(items);
        }

        @Override
        public boolean contains(List<T> value) {
            return value.size() <= capacity && value.stream().allMatch(element::contains);
        }

        @Override
        public int compare(List<T> a, List<T> b) {
            return compare(a, b, element);
        }

        @Override
        public String text(List<T> value) {
            return value.stream().map(element::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    static final class TableCode<K, V> extends Code<Table<K, V>> {
        private final Code<K> keys;
        private final Code<V> values;

        TableCode(Code<K> keys, Code<V> values) {
            super(power(values.size(), keys.size()));
            this.keys = keys;
            this.values = values;
        }

        private static long power(long base, long exponent) {
            long power = 1;
            for (long i = 0; i < exponent; i++) {
                power *= base;
            }
            return power;
        }

        @Override
        public long index(Table<K, V> value) {
            long digits = 0;
            for (V entry : value.values()) {
                digits = digits * values.size() + values.index(entry);
            }
            return digits;
        }

        @Override
        public Table<K, V> at(long index) {
            List<V> entries = new ArrayList<>();
            long digits = index;
            for (long i = 0; i < keys.size(); i++) {
                entries.addFirst(values.at(digits % values.size()));
                digits /= values.size();
            }
            return Table.of(keys, entries);
        }

        @Override
        public boolean contains(Table<K, V> value) {
            return value.values().stream().allMatch(values::contains);
        }

        @Override
        public int compare(Table<K, V> a, Table<K, V> b) {
            return compare(a.values(), b.values(), values);
        }

        @Override
        public String text(Table<K, V> value) {
            return keys.values()
                    .map(key -> keys.text(key) + ": " + values.text(value.at(key)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
