package dev.baton.runtime.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets that are never changed. */
public final class Sets {
    private Sets() {}

    static <T> Set<T> copyOf(Collection<? extends T> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    /** The set of these elements, some of which may be equal. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is read alone.
    public static <T> Set<T> of(T... elements) {
        return copyOf(Arrays.asList(elements));
    }

    /** The set of what a stream gives. */
    public static <T> Set<T> of(Stream<? extends T> elements) {
        return copyOf(elements.<T>map(x -> x).toList());
    }

    /** All values of a type. */
    public static <T> Set<T> all(Code<T> type) {
        return copyOf(type.values().toList());
    }

    /** The integers {@code lo..hi}; none if {@code lo > hi}. */
    public static Set<Integer> range(int lo, int hi) {
        return copyOf(IntStream.rangeClosed(lo, hi).boxed().toList());
    }

    /** The elements of a set of integers. */
    public static IntStream ints(Collection<Integer> set) {
        return set.stream().mapToInt(x -> x);
    }

    public static <T> Set<T> union(Set<? extends T> a, Set<? extends T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return Collections.unmodifiableSet(all);
    }

    public static <T> Set<T> intersect(Set<? extends T> a, Set<?> b) {
        return filter(a, b::contains);
    }

    public static <T> Set<T> minus(Set<? extends T> a, Set<?> b) {
        return filter(a, x -> !b.contains(x));
    }

    private static <T> Set<T> filter(Set<? extends T> set, Predicate<T> kept) {
        Set<T> all = new LinkedHashSet<>();
        set.forEach(x -> {
            if (kept.test(x)) {
                all.add(x);
            }
        });
        return Collections.unmodifiableSet(all);
    }
}
