package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Life;
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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logs that fill up faster than they are drained. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FullLogTest {
    private static final int WORDS = 2_048;
    private static final long EVENTS = 20_000;

    /** Who holds the lock may wait for room in its ring, which there is once what others have logged is known. */
    @Test
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
        drainUntil(drain, () -> drain.written() >= EVENTS);
        machine.stop();
        drainUntil(drain, () -> kernels.stream().noneMatch(FreeKernel::isRunning));
        assertThat(kernels).allSatisfy(k -> assertThat(k.ending().kind()).isEqualTo(Ending.Kind.STOPPED));
        assertThat(machine.sum()).isEqualTo(Movers.ACCOUNTS * Movers.EACH);
    }

    /** Not even where steps hold no lock, and the last event of each strand is open until its next. */
    @Test
    void aHungKernelKeepsNobodyFromLogging() throws IOException {
        Scene scene = Scene.of(Atomicity.LOCK_FREE, s -> {
            s.number("n");
            Actor hung = s.kernel(
                    "Hung",
                    (core, p) -> p.task("hang", () -> {
                        core.step(Scene.FIRST);
                        assertThat(s.lives().hang(core.actor(), 0)).isTrue();
                        core.step(Scene.SECOND);
                    }));
            s.kernel(
                    "Busy",
                    (core, p) -> p.task("count", () -> {
                        core.step(Scene.FIRST);
                        while (s.lives().of(hung, 0) == Life.LIVE) {
                            core.pause();
                        }
                        while (true) {
                            core.step(Scene.SECOND);
                            s.add("n");
                        }
                    }));
        });
        LogDrain drain = new LogDrain(scene, Writer.nullWriter());
        SeatTurns turns = new SeatTurns();
        List<FreeKernel> kernels = new ArrayList<>();
        for (String name : List.of("Hung", "Busy")) {
            LogRing ring = LogRing.anonymous(WORDS);
            drain.add(ring, scene.actor(name), 0);
            kernels.add(scene.start(name, turns, Pace.FAST, List.of(ring)));
        }
        drainUntil(drain, () -> scene.value("n") > EVENTS);
        scene.stop();
        drainUntil(drain, () -> kernels.stream().noneMatch(FreeKernel::isRunning));
        assertThat(kernels).allSatisfy(k -> assertThat(k.ending().kind()).isEqualTo(Ending.Kind.STOPPED));
    }

    private static void drainUntil(LogDrain drain, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            boolean _ = drain.drain();
            Thread.onSpinWait();
        }
    }
}
