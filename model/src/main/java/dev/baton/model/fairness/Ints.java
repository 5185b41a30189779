package dev.baton.model.fairness;

import java.util.ArrayList;
import java.util.List;

/** A list of {@code int}s that only grows, page by page, so that growing never needs twice the memory. */
public final class Ints {
    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;

    private final List<int[]> pages = new ArrayList<>();
    private int size;

    public int size() {
        return size;
    }

    public int get(int i) {
        return pages.get(i >>> PAGE_BITS)[i & (PAGE - 1)];
    }

    void set(int i, int element) {
        pages.get(i >>> PAGE_BITS)[i & (PAGE - 1)] = element;
    }

    public void add(int element) {
        if (size == pages.size() * PAGE) {
            pages.add(new int[PAGE]);
        }
        pages.getLast()[size & (PAGE - 1)] = element;
        size = Math.incrementExact(size);
    }

    public long bytes() {
        return 4L * PAGE * pages.size();
    }
}
