package dev.baton.runtime.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The values of a type, numbered. Shared memory, logs and tests hold values as these numbers.
 *
 * <p>A value has an {@linkplain #index index} from 0, and a {@linkplain #code code}, which is the index for all types but
 * integer ranges, where it is the value itself. {@code false} comes before {@code true}, members of enumerations and index
 * types by their number, {@code none} before the values of an option; a record counts through its fields, the last one
 * fastest; the variants of a union follow each other in the order of their names; a set has a bit for each possible
 * element; a sequence comes after all shorter ones.
 *
 * @param <T> the values
 */
public abstract class Code<T> {
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

    /** What stands for a value in memory, logs and tests. */
    public long code(T value) {
        return index(value);
    }

    /** The value that a code stands for. */
    public T decode(long code) {
        return at(code);
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

    /** The members of an index type. */
    public static Code<Integer> index(int size) {
        return new Scalars.Range(0, size - 1);
    }

    /** An enumeration. */
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

    /** A record, field by field; {@code type} as in {@code Code.record(Message.class)}. */
    public static <T> RecordCode.Builder<T> record(Class<T> type) {
        return new RecordCode.Builder<>(type);
    }

    /** A union, variant by variant, in the order of their names. */
    public static <T> UnionCode.Builder<T> union(Class<T> type) {
        return new UnionCode.Builder<>(type);
    }
}
