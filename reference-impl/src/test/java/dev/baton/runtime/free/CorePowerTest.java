package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Journal;
import dev.baton.runtime.Lives;
import dev.baton.runtime.MachineLock;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Rests;
import dev.baton.runtime.Seat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 6 and 7: what is placed on a core that is an actor steps only while that is live. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CorePowerTest {
    private final SeatTurns turns = new SeatTurns();

    /** A guest that counts {@code n} on a core, and a host that would start that core. */
    private static Scene scene(Atomicity atomicity, AtomicInteger asked) {
        return Scene.of(atomicity, s -> {
            s.number("n");
            s.number("started");
            Actor cpu = s.core("Cpu", (core, p) -> {}).initiallyOff();
            s.kernel(
                            "Guest",
                            (core, p) -> p.task("count", () -> {
                                while (true) {
                                    core.step(Scene.FIRST);
                                    s.add("n");
                                }
                            }))
                    .on(m -> Seat.of("Cpu", 0));
            s.kernel(
                    "Host",
                    (core, p) -> p.action(Scene.FIRST, () -> {
                        if (asked.getAndIncrement() > 0) {
                            return false;
                        }
                        core.start(cpu, 0);
                        s.add("started");
                        await(s.lock()::isWanted);
                        return true;
                    }));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aKernelStepsWhileItsCoreIsLive(Atomicity atomicity) throws InterruptedException {
        Scene scene = scene(atomicity, new AtomicInteger());
        Actor cpu = scene.actor("Cpu");
        FreeKernel guest = scene.start("Guest", turns);
        awaitRest(scene, guest);
        assertThat(scene.value("n")).isZero();
        change(scene, () -> started(scene.lives(), cpu));
        await(() -> scene.value("n") > 1000);
        for (Blow blow : Blow.values()) {
            change(scene, () -> blow.strike(scene.lives(), cpu));
            awaitRest(scene, guest);
            long before = scene.value("n");
            awaitRest(scene, guest);
            assertThat(scene.value("n")).as("after a " + blow).isEqualTo(before);
            change(scene, () -> blow.undo(scene.lives(), cpu));
            await(() -> scene.value("n") > before + 1000);
        }
        scene.stop();
        assertThat(guest.await()).isEqualTo(Ending.of(Ending.Kind.STOPPED));
    }

    private enum Blow {
        HALT,
        CRASH,
        HANG;

        boolean strike(Lives lives, Actor cpu) {
            return switch (this) {
                case HALT -> lives.halt(cpu, 0);
                case CRASH -> lives.crash(cpu, 0);
                case HANG -> lives.hang(cpu, 0);
            };
        }

        boolean undo(Lives lives, Actor cpu) {
            return switch (this) {
                case HALT -> started(lives, cpu);
                case CRASH -> lives.restart(cpu, 0);
                case HANG -> lives.die(cpu, 0) && lives.restart(cpu, 0);
            };
        }
    }

    private static boolean started(Lives lives, Actor cpu) {
        lives.start(cpu, 0);
        return true;
    }

    /** As a step of somebody else. */
    private static void change(Scene scene, BooleanSupplier change) {
        if (scene.isLocked()) {
            scene.lock().acquire(MachineLock.holder(scene.members(), 0, 0));
        }
        assertThat(change.getAsBoolean()).isTrue();
        if (scene.isLocked()) {
            scene.journal().ifPresent(Journal::commit);
            scene.lock().release();
        }
    }

    /** The guest sees the start, which stands in shared memory until it is undone, and waits for the lock meanwhile. */
    @Test
    void aStartThatIsOnlyAskedAboutIsNone() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Scene scene = scene(Atomicity.LOCKED, asked);
        Pace late = Pace.FAST.with("Host.unit", Duration.ofDays(1));
        FreeKernel host = scene.start("Host", turns, late, List.of());
        await(() -> scene.value("started") > 0);
        FreeKernel guest = scene.start("Guest", turns);
        await(() -> asked.get() > 100);
        assertThat(scene.value("n")).isZero();
        scene.stop();
        assertThat(host.await()).isEqualTo(Ending.of(Ending.Kind.STOPPED));
        assertThat(guest.await()).isEqualTo(Ending.of(Ending.Kind.STOPPED));
    }

    /** Until it has looked again and again for something to do, in vain; or has ended. */
    private static void awaitRest(Scene scene, FreeKernel kernel) {
        long[] since = {told(scene, kernel)};
        await(() -> {
            long now = told(scene, kernel);
            boolean over = Rests.hasRested(since[0], now) || !kernel.isRunning();
            since[0] = Rests.same(since[0], now) ? since[0] : now;
            return over;
        });
    }

    private static long told(Scene scene, FreeKernel kernel) {
        return scene.rests().of(kernel.actor(), kernel.member());
    }

    private static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
