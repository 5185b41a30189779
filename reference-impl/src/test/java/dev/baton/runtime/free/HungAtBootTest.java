package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Pace;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.sample.Movers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hang that strikes a kernel before its process has booted. */
final class HungAtBootTest {
    private static final int ENOUGH = 10_000;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void itTakesNoStep() throws InterruptedException {
        Movers machine = new Movers(SharedMemory.anonymous(Movers::new, false));
        Actor mover = machine.actor("Mover");
        assertThat(machine.lives().hang(mover, 0)).isTrue();
        SeatTurns turns = new SeatTurns();
        FreeKernel hung = new FreeKernel(mover, 0, turns);
        FreeKernel other = new FreeKernel(mover, 1, turns);
        for (FreeKernel kernel : List.of(hung, other)) {
            kernel.start(List.of(), new FreeKernel.Manner(Pace.FAST, 1, seat -> {}));
        }
        while (machine.steps(1) < ENOUGH) {
            Thread.onSpinWait();
        }
        machine.stop();
        assertThat(hung.await().kind()).isEqualTo(Ending.Kind.STOPPED);
        assertThat(other.await().kind()).isEqualTo(Ending.Kind.STOPPED);
        assertThat(machine.steps(0)).isZero();
    }
}
