package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a strand waits between two looks: as long as pays. */
final class SpinningTest {
    private final Spinning spinning = new Spinning();

    @Test
    void whoFindsNothingLooksOftenAndNowAndThenLetsOthersRun() {
        for (int times = 0; times < 3; times++) {
            IntStream.range(1, Spinning.LOOKS)
                    .forEach(i -> assertThat(spinning.pause(0)).isEqualTo(Spinning.SHORTEST));
            assertThat(spinning.pause(0)).isZero();
        }
    }

    @Test
    void whoFindsMuchAfterEachPauseLooksLessAndLessOften() {
        int last = Spinning.SHORTEST;
        while (last < Spinning.LONGEST) {
            int next = spinning.pause(10);
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(spinning.pause(10)).isEqualTo(Spinning.LONGEST);
    }

    @Test
    void longPausesThatDoNotPayShrink() {
        IntStream.range(0, 10).forEach(_ -> spinning.pause(10));
        assertThat(spinning.pause(1)).isEqualTo(Spinning.LONGEST / 2);
        IntStream.range(0, 10).forEach(_ -> spinning.pause(0));
        assertThat(spinning.pause(0)).isEqualTo(Spinning.SHORTEST);
    }

    /** One thing after each pause: perhaps since whoever makes them is held up by the looking. */
    @Test
    void oneThingAfterEachPauseIsWorthATryOfALongerOne() {
        IntStream.range(1, Spinning.STEADY)
                .forEach(_ -> assertThat(spinning.pause(1)).isEqualTo(Spinning.SHORTEST));
        assertThat(spinning.pause(1)).isGreaterThan(Spinning.SHORTEST);
        assertThat(spinning.pause(1)).isEqualTo(Spinning.SHORTEST);
    }

    /** As between two who wait for each other in turn: each look in vain delays both. */
    @Test
    void oneThingAfterManyPausesIsNot() {
        for (int i = 0; i < 20 * Spinning.STEADY; i++) {
            spinning.pause(0);
            spinning.pause(0);
            assertThat(spinning.pause(1)).isEqualTo(Spinning.SHORTEST);
        }
    }
}
