package dev.baton.cli.differential;

import java.util.List;

/**
 * A sequence of numbers from which everything random is made, so that whoever shrinks the sequence shrinks what is made
 * of it. Where it ends, every choice is the first one, which is always the simplest.
 */
final class Choices {
    private final List<Integer> numbers;
    private int next;

    Choices(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /** From 0 to {@code n - 1}. */
    int below(int n) {
        return next < numbers.size() ? Math.floorMod(numbers.get(next++), n) : 0;
    }

    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** False where the numbers have ended. */
    boolean chance(int percent) {
        return below(100) >= 100 - percent;
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    boolean ended() {
        return next >= numbers.size();
    }
}
