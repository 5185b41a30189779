package dev.baton.runtime.value;

import java.util.ArrayList;
import java.util.List;

/** Sequences that are never changed. */
public final class Sequences {
    private Sequences() {}

    /** The sequence with one more element at its end. */
    public static <T> List<T> append(List<? extends T> sequence, T element) {
        List<T> longer = new ArrayList<>(sequence);
        longer.add(element);
        return List.copyOf(longer);
    }

    /** All but the first element. */
    public static <T> List<T> drop(List<? extends T> sequence) {
        return List.copyOf(sequence.subList(1, sequence.size()));
    }

    /** The sequence with one element changed; positions count from 0. */
    public static <T> List<T> with(List<? extends T> sequence, int position, T element) {
        List<T> changed = new ArrayList<>(sequence);
        changed.set(position, element);
        return List.copyOf(changed);
    }
}
