package dev.baton.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A map that has a value for each of its keys. Immutable; equal when the values are.
 *
 * @param <K> a finite type
 */
public final class Table<K, V> {
    private final Code<K> keys;
    private final List<V> values;

    Table(Code<K> keys, List<V> values) {
        this.keys = keys;
        this.values = List.copyOf(values);
    }

    /** The map from each key to what the function says. */
    public static <K, V> Table<K, V> of(Code<K> keys, Function<? super K, ? extends V> value) {
        List<V> values = new ArrayList<>();
        keys.values().forEach(key -> values.add(value.apply(key)));
        return new Table<>(keys, values);
    }

    /** The same value for all keys. */
    public static <K, V> Table<K, V> filled(Code<K> keys, V value) {
        return of(keys, key -> value);
    }

    /** The values of all keys, in their order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is read alone.
    public static <K, V> Table<K, V> listed(Code<K> keys, V... values) {
        return new Table<>(keys, List.of(values));
    }

    /** The value of a key. */
    public V at(K key) {
        return values.get((int) keys.index(key));
    }

    /** The map with one value changed. */
    public Table<K, V> with(K key, V value) {
        List<V> changed = new ArrayList<>(values);
        changed.set((int) keys.index(key), value);
        return new Table<>(keys, changed);
    }

    /** The values in the order of their keys. */
    public List<V> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table<?, ?> table && table.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
