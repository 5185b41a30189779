package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of numbers that are mostly small: a byte each as long as none is above 255, and one more when one is. Grows as
 * {@link Ints} does.
 */
final class Labels {
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;

    /** The lowest bytes of all, then the next: pages each. */
    private final List<List<byte[]>> planes = new ArrayList<>(List.of(new ArrayList<>()));

    private int size;

    int get(int i) {
        int page = i >>> PAGE_BITS;
        int at = i & (PAGE - 1);
        int number = planes.getFirst().get(page)[at] & 0xff;
        for (int k = 1; k < planes.size(); k++) {
            number |= (planes.get(k).get(page)[at] & 0xff) << (k * Byte.SIZE);
        }
        return number;
    }

    void set(int i, int number) {
        while (number >>> 1 >>> (planes.size() * Byte.SIZE - 1) != 0) {
            planes.add(new ArrayList<>());
            addPages(planes.getLast(), planes.getFirst().size());
        }
        for (int k = 0; k < planes.size(); k++) {
            planes.get(k).get(i >>> PAGE_BITS)[i & (PAGE - 1)] = (byte) (number >>> (k * Byte.SIZE));
        }
    }

    void add(int number) {
        if (size == planes.getFirst().size() * PAGE) {
            planes.forEach(plane -> addPages(plane, plane.size() + 1));
        }
        size = Math.incrementExact(size);
        set(size - 1, number);
    }

    private static void addPages(List<byte[]> plane, int wanted) {
        while (plane.size() < wanted) {
            plane.add(new byte[PAGE]);
        }
    }

    long bytes() {
        return (long) PAGE * planes.size() * planes.getFirst().size();
    }
}
