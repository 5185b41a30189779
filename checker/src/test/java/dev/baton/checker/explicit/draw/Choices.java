package dev.baton.checker.explicit.draw;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Decisions read off a list of numbers, so that a shorter list, or smaller numbers, give something simpler. */
public final class Choices {
    private final List<Integer> numbers;
    private int next;

    public Choices(List<Integer> numbers) {
        this.numbers = List.copyOf(numbers);
    }

    /** Lists to decide by. */
    public static Arbitrary<List<Integer>> arbitrary() {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .withDistribution(net.jqwik.api.RandomDistribution.uniform())
                .list()
                .ofMinSize(20)
                .ofMaxSize(160);
    }

    /** A number from 0 on below {@code count}; 0 where no numbers are left. */
    public int below(int count) {
        return next < numbers.size() ? numbers.get(next++) % count : 0;
    }

    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public boolean maybe() {
        return below(2) == 1;
    }

    /** A word of a state: any 64 bits, often few of them. */
    public long word() {
        long random = (long) below(Integer.MAX_VALUE) << 33 ^ (long) below(Integer.MAX_VALUE) << 11 ^ below(1 << 20);
        return switch (below(6)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> random & random >>> 7 & random << 9;
            default -> random;
        };
    }

    public long[] words(int count) {
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = word();
        }
        return words;
    }

    public <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }
}
