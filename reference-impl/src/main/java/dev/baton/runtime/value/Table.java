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
public final class Table<K, V> {
    private final Code<K> keys;
    private final V[] values;
    private boolean shared;

    /** @param values are the table's from here on */
    private Table(Code<K> keys, V[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** @param values in the order of their keys; the type of the array is nobody's business */
    @SuppressWarnings("unchecked") // Only values of that type are put in and taken out.
    Table(Code<K> keys, List<V> values) {
        this(keys, (V[]) values.toArray());
    }

    /** The map from each key to what the function says. */
    public static <K, V> Table<K, V> of(Code<K> keys, Function<? super K, ? extends V> value) {
        return new Table<>(keys, keys.values().<V>map(value).toList());
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
        return values[(int) keys.index(key)];
    }

    /** The map with one value changed. */
    public Table<K, V> with(K key, V value) {
        V[] changed = values.clone();
        changed[(int) keys.index(key)] = value;
        return new Table<>(keys, changed);
    }

    /** The same for the variable that holds this map, and holds the result from here on. */
    public Table<K, V> put(K key, V value) {
        if (shared) {
            return with(key, value);
        }
        values[(int) keys.index(key)] = value;
        return this;
    }

    /** This map, from here on for others too: it never changes again. */
    public Table<K, V> shared() {
        shared = true;
        return this;
    }

    /** The values in the order of their keys. */
    public List<V> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table<?, ?> table && Arrays.equals(table.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
