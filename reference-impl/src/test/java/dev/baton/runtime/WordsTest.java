package dev.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Words of every width and order hold what was stored in them last, and no neighbour of them does. */
final class WordsTest {
    private static final int SIZE = 5;

    private static final class Widths extends Machine {
        Widths(SharedMemory memory) {
            super(memory, Identity.of("Widths", "00"), Atomicity.LOCK_FREE);
            for (Order order : Order.values()) {
                List.of(
                        ints("ints " + order, order, SIZE, i -> -i),
                        array("array " + order, order, SIZE, i -> -i),
                        words("words " + order, order, SIZE, i -> -i));
            }
        }
    }

    /** What is done to a word: by whom, where, with what. */
    record Change(int words, int at, int how, int value) {}

    private static void change(Words words, long[] expected, Change c) {
        long now = expected[c.at];
        switch (c.how) {
            case 0 -> words.set(c.at, c.value);
            case 1 -> words.setRelease(c.at, c.value);
            case 2 -> assertThat(words.cas(c.at, now, c.value)).isTrue();
            case 3 -> assertThat(words.cas(c.at, now + 1, c.value)).isFalse();
            case 4 -> assertThat(words.getAndAdd(c.at, c.value)).isEqualTo(now);
            default -> assertThat(words.getAndSet(c.at, c.value)).isEqualTo(now);
        }
        expected[c.at] = switch (c.how) {
            case 3 -> now;
            case 4 -> now + c.value;
            default -> c.value;
        };
    }

    @Property(tries = 300)
    void eachHoldsItsOwn(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 6 * 5 * 6 * 7 - 1) Integer> changes,
            @ForAll boolean undo) {
        Widths machine = new Widths(SharedMemory.anonymous(Widths::new, undo));
        List<Words> all = List.copyOf(machine.words().values());
        long[][] expected = new long[all.size()][SIZE];
        for (long[] words : expected) {
            for (int i = 0; i < SIZE; i++) {
                words[i] = -i;
            }
        }
        for (int code : changes) {
            Change c = new Change(code % 6, code / 6 % 5, code / 30 % 6, 1_000_000 * (code / 180 - 3));
            change(all.get(c.words), expected[c.words], c);
        }
        for (int w = 0; w < expected.length; w++) {
            for (int i = 0; i < SIZE; i++) {
                assertThat(all.get(w).get(i)).isEqualTo(expected[w][i]);
                assertThat(all.get(w).inMemory(i)).isEqualTo(expected[w][i]);
            }
        }
    }
}
