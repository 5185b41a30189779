package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Seat;
import org.junit.jupiter.api.Test;

/** Who takes turns on a core: whoever may ever be there with others. */
final class SeatTurnsTest {
    private static final Seat SHARED = Seat.numbered(0);

    private static Scene scene() {
        return Scene.of(Atomicity.LOCK_FREE, s -> {
            s.kernel("Early", (core, p) -> p.task("work", () -> {})).on(m -> SHARED);
            s.kernel("Late", (core, p) -> p.task("work", () -> {}))
                    .on(m -> SHARED)
                    .initiallyOff();
            s.kernel("Alone", (core, p) -> p.task("work", () -> {}));
        });
    }

    @Test
    void oneThatStartsLaterIsReckonedWith() {
        assertThat(SeatTurns.of(scene()).of(SHARED)).isPresent();
    }

    @Test
    void aKernelDoesNotShareItsCoreWithItsFormerLives() {
        Scene scene = scene();
        SeatTurns turns = SeatTurns.of(scene);
        for (int life = 0; life < 3; life++) {
            assertThat(new FreeKernel(scene.actor("Alone"), 0, turns).isRunning())
                    .isTrue();
            assertThat(turns.of(Seat.of("Alone", 0))).isEmpty();
        }
    }

    @Test
    void kernelsBootedTogetherTakeTurns() {
        Scene scene = scene();
        SeatTurns turns = new SeatTurns();
        FreeKernel early = new FreeKernel(scene.actor("Early"), 0, turns);
        assertThat(turns.of(SHARED)).isEmpty();
        FreeKernel late = new FreeKernel(scene.actor("Late"), 0, turns);
        assertThat(turns.of(SHARED)).isPresent();
        assertThat(early.strands() + late.strands()).isEqualTo(2);
    }
}
