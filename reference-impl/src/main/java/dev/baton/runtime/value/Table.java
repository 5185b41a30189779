package dev.baton.runtime.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A map that has a value for each of its keys; equal when the values are. Nobody sees it change, but for the variable
 * that changes its entries by {@link #put}: in place, as long as nobody else has it.
 *
 * @param <K> a finite type
 */
public abstract sealed class Table<K, V> {
    private final Code<K> keys;
    private boolean shared;

    private Table(Code<K> keys) {
        this.keys = keys;
    }

    /** @param values in the order of their keys */
    static <K, V> Table<K, V> of(Code<K> keys, List<V> values) {
        return values.stream().allMatch(v -> v instanceof Integer)
                ? numbers(keys, values)
                : new Values<>(keys, values.toArray());
    }

    @SuppressWarnings("unchecked") // All values of the map's type are integers, since some are.
    private static <K, V> Table<K, V> numbers(Code<K> keys, List<V> values) {
        int[] numbers = values.stream().mapToInt(v -> (Integer) v).toArray();
        return (Table<K, V>) new Numbers<>(keys, numbers);
    }

    /** The map from each key to what the function says. */
    public static <K, V> Table<K, V> of(Code<K> keys, Function<? super K, ? extends V> value) {
        return of(keys, keys.values().<V>map(value).toList());
    }

    /** The same value for all keys. */
    public static <K, V> Table<K, V> filled(Code<K> keys, V value) {
        return of(keys, key -> value);
    }

    /** The values of all keys, in their order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is read alone.
    public static <K, V> Table<K, V> listed(Code<K> keys, V... values) {
        return of(keys, List.of(values));
    }

    /** The value of a key. */
    public final V at(K key) {
        return get(position(key));
    }

    /** The map with one value changed. */
    public final Table<K, V> with(K key, V value) {
        Table<K, V> changed = copy(keys);
        changed.set(position(key), value);
        return changed;
    }

    /** The same for the variable that holds this map, and holds the result from here on. */
    public final Table<K, V> put(K key, V value) {
        if (shared) {
            return with(key, value);
        }
        set(position(key), value);
        return this;
    }

    /** This map, from here on for others too: it never changes again. */
    public final Table<K, V> shared() {
        shared = true;
        return this;
    }

    /** The values in the order of their keys. */
    public abstract List<V> values();

    abstract V get(int position);

    abstract void set(int position, V value);

    abstract Table<K, V> copy(Code<K> sameKeys);

    private int position(K key) {
        return (int) keys.index(key);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Table<?, ?> table && table.values().equals(values());
    }

    @Override
    public final int hashCode() {
        return values().hashCode();
    }

    @Override
    public final String toString() {
        return values().toString();
    }

    /** A map to integers, which takes no objects for them. */
    private static final class Numbers<K> extends Table<K, Integer> {
        private final int[] values;

        /** @param values are the table's from here on */
        Numbers(Code<K> keys, int[] values) {
            super(keys);
            this.values = values;
        }

        @Override
        Integer get(int position) {
            return values[position];
        }

        @Override
        void set(int position, Integer value) {
            values[position] = value;
        }

        @Override
        Table<K, Integer> copy(Code<K> sameKeys) {
            return new Numbers<>(sameKeys, values.clone());
        }

        @Override
        public List<Integer> values() {
            return Arrays.stream(values).boxed().toList();
        }
    }

    /** A map to anything. */
    private static final class Values<K, V> extends Table<K, V> {
        private final V[] values;

        /** @param values are the table's from here on; the type of the array is nobody's business */
        @SuppressWarnings("unchecked") // Only values of that type are put in and taken out.
        Values(Code<K> keys, Object[] values) {
            super(keys);
            this.values = (V[]) values;
        }

        @Override
        V get(int position) {
            return values[position];
        }

        @Override
        void set(int position, V value) {
            values[position] = value;
        }

        @Override
        Table<K, V> copy(Code<K> sameKeys) {
            return new Values<>(sameKeys, values.clone());
        }

        @Override
        public List<V> values() {
            return Collections.unmodifiableList(Arrays.asList(values));
        }
    }
}
