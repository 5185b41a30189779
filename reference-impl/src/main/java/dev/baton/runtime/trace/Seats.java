package dev.baton.runtime.trace;

import dev.baton.runtime.Seat;

/** Seats in one word: {@code Cpu[1]}, {@code [3]} for core number 3. */
final class Seats {
    private Seats() {}

    /** @throws IllegalArgumentException if that is no seat */
    static Seat parse(String word) {
        int bracket = word.indexOf('[');
        if (bracket < 0 || !word.endsWith("]")) {
            throw new IllegalArgumentException("`" + word + "` is no seat");
        }
        int number = new Tokens(word.substring(bracket + 1, word.length() - 1)).number(0);
        String actor = word.substring(0, bracket);
        return actor.isEmpty() ? Seat.numbered(number) : Seat.of(actor, number);
    }
}
