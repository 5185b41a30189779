package dev.baton.model.interpreter;

import java.util.Arrays;

/** A list of {@code int}s that only grows. */
final class Ints {
    private int[] elements = new int[64];
    private int size;

    int size() {
        return size;
    }

    int get(int i) {
        return elements[i];
    }

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.addExact(size, size / 2));
        }
        elements[size++] = element;
    }

    void set(int i, int element) {
        elements[i] = element;
    }

    long bytes() {
        return 4L * elements.length;
    }
}
