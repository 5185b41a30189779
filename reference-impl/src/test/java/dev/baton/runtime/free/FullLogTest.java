package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Pace;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.log.LogDrain;
import dev.baton.runtime.log.LogRing;
import dev.baton.runtime.sample.Movers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logs that fill up faster than they are drained. */
final class FullLogTest {
    private static final int WORDS = 2_048;
    private static final long EVENTS = 20_000;

    /** Who holds the lock may wait for room in its ring, which there is once what others have logged is known. */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nobodyWaitsForRoomForEver() throws IOException, InterruptedException {
        Movers machine = new Movers(SharedMemory.anonymous(Movers::new, false));
        SeatTurns turns = new SeatTurns();
        List<FreeKernel> kernels = new ArrayList<>();
        for (Actor actor : machine.actors()) {
            for (int m = 0; m < actor.members(); m++) {
                kernels.add(new FreeKernel(actor, m, turns));
            }
        }
        LogDrain drain = new LogDrain(machine, Writer.nullWriter());
        for (FreeKernel kernel : kernels) {
            LogRing ring = LogRing.anonymous(WORDS);
            drain.add(ring, kernel.actor(), kernel.member());
            kernel.start(List.of(ring), new FreeKernel.Manner(Pace.FAST, 1, seat -> {}));
        }
        while (drain.written() < EVENTS) {
            boolean _ = drain.drain();
            Thread.onSpinWait();
        }
        machine.stop();
        while (kernels.stream().anyMatch(FreeKernel::isRunning)) {
            boolean _ = drain.drain();
        }
        assertThat(kernels).allSatisfy(k -> assertThat(k.ending().kind()).isEqualTo(Ending.Kind.STOPPED));
        assertThat(machine.sum()).isEqualTo(Movers.ACCOUNTS * Movers.EACH);
    }
}
