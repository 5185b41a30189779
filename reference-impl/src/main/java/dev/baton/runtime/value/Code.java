package dev.baton.runtime.value;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The values of a type, numbered. Shared memory, logs and tests hold values as these numbers.
 *
 * <p>A value has an {@linkplain #index index} from 0, and a {@linkplain #code code}, which is the index for all types
 * but integer ranges, where it is the value itself. {@code false} comes before {@code true}, members of enumerations
 * and index types by their number, {@code none} before the values of an option; a record counts through its fields, the
 * last one fastest; the variants of a union follow each other in the order of their names; a set has a bit for each
 * possible element; a sequence comes after all shorter ones.
 *
 * @param <T> the values
 */
public abstract class Code<T> implements Comparator<T> {
    private final long size;

    /** A type of so many values. */
    protected Code(long size) {
        this.size = size;
    }

    /** How many values there are. */
    public final long size() {
        return size;
    }

    /** The number of a value, from 0. The value must be of the type. */
    public abstract long index(T value);

    /** The value with a number. */
    public abstract T at(long index);

    /** Whether a value is of the type: fields within their ranges, sequences no longer than may be. */
    public abstract boolean contains(T value);

    /** A value as the model prints it. */
    public abstract String text(T value);

    /** In which order the model lists elements of a set: smaller sets and shorter sequences come first. */
    @Override
    public abstract int compare(T a, T b);

    /** What stands for a value in memory, logs and tests. */
    public long code(T value) {
        return index(value);
    }

    /** The code of a value if it is one of the type, else -1. Of integers any may be asked for. */
    public final long find(T value) {
        return contains(value) ? code(value) : -1;
    }

    /** The value that a code stands for. */
    public T decode(long code) {
        return at(code);
    }

    /** Sequences of one type compared: by length, then element by element. */
    static <E> int compare(List<? extends E> a, List<? extends E> b, Comparator<E> order) {
        int by = Integer.compare(a.size(), b.size());
        for (int i = 0; by == 0 && i < a.size(); i++) {
            by = order.compare(a.get(i), b.get(i));
        }
        return by;
    }

    /** All values in the order of their numbers. */
    public final Stream<T> values() {
        return LongStream.range(0, size).mapToObj(this::at);
    }

    /** {@code bool}. */
    public static Code<Boolean> bool() {
        return Scalars.BOOL;
    }

    /** {@code lo..hi}. */
    public static Code<Integer> range(int lo, int hi) {
        return new Scalars.Range(lo, hi);
    }

    /** The members of an index type of a name; {@link #single} if it has but one and no number. */
    public static Code<Integer> members(String name, int size) {
        return new Scalars.Members(name, size, false);
    }

    /** The one member of an actor that is not indexed. */
    public static Code<Integer> single(String name) {
        return new Scalars.Members(name, 1, true);
    }

    /** An enumeration, whose constants print as the protocol calls them. */
    public static <E extends Enum<E>> Code<E> enumeration(Class<E> type) {
        return new Scalars.Enumerated<>(type.getEnumConstants());
    }

    /** {@code T?}. */
    public static <T> Code<Optional<T>> option(Code<T> element) {
        return new Composites.OptionCode<>(element);
    }

    /** {@code set<T>}. */
    public static <T> Code<Set<T>> set(Code<T> element) {
        return new Composites.SetCode<>(element);
    }

    /** {@code seq<T, capacity>}. */
    public static <T> Code<List<T>> sequence(Code<T> element, int capacity) {
        return new Composites.SequenceCode<>(element, capacity);
    }

    /** A map. */
    public static <K, V> Code<Table<K, V>> table(Code<K> keys, Code<V> values) {
        return new Composites.TableCode<>(keys, values);
    }

    /**
     * A record, field by field.
     *
     * @param name in the protocol
     */
    public static <T> RecordCode.Builder<T> record(Class<T> type, String name) {
        return new RecordCode.Builder<>(type, name);
    }

    /** A union, variant by variant, in the order of their names. */
    public static <T> UnionCode.Builder<T> union(Class<T> type) {
        return new UnionCode.Builder<>(type);
    }
}
