package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Life;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Seat;
import dev.baton.runtime.StrandEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kernels that run, while others do something to them at the wrong moment. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FreeKernelTest {

    @Test
    void handlersRunOnCoresThatHaveNothingElse() throws InterruptedException {
        Scene scene = Scene.of(Atomicity.LOCK_FREE, s -> {
            s.number("rung");
            Actor guest = s.kernel("Guest", (core, p) -> {
                p.task("away", Seat.numbered(0), () -> {});
                p.interrupt(s.bell("bell"), () -> {
                    core.step(Scene.FIRST);
                    s.add("rung");
                });
            });
            s.ipi("bell", guest);
            s.kernel(
                    "Host",
                    (core, p) -> p.task("ring", () -> {
                        core.step(Scene.FIRST);
                        s.bell("bell").raise(core);
                        core.step(Scene.SECOND);
                        while (s.value("rung") == 0) {
                            core.pause();
                        }
                    }));
        });
        SeatTurns turns = new SeatTurns();
        FreeKernel guest = scene.start("Guest", turns);
        assertThat(guest.strands()).isEqualTo(2);
        assertThat(scene.start("Host", turns).await().kind()).isEqualTo(Ending.Kind.FINISHED);
        scene.stop();
        assertThat(guest.await().kind()).isEqualTo(Ending.Kind.STOPPED);
    }

    /** Though it does not look at what disturbs it before each step of a loop. */
    @Test
    void anInterruptComesAtAnyPlaceOfALoop() throws InterruptedException {
        int steps = 5;
        AtomicInteger place = new AtomicInteger();
        AtomicIntegerArray met = new AtomicIntegerArray(steps);
        Scene scene = Scene.of(Atomicity.LOCK_FREE, s -> {
            Actor guest = s.kernel("Guest", (core, p) -> {
                p.task("round", () -> {
                    while (true) {
                        core.round();
                        for (int i = 0; i < steps; i++) {
                            place.setPlain(i);
                            core.step(Scene.FIRST);
                        }
                    }
                });
                p.interrupt(s.bell("bell"), () -> met.incrementAndGet(place.getPlain()));
            });
            s.ipi("bell", guest);
            s.kernel(
                    "Host",
                    (core, p) -> p.task("ring", () -> {
                        while (IntStream.range(0, steps).anyMatch(i -> met.get(i) == 0)) {
                            core.step(Scene.FIRST);
                            s.bell("bell").raise(core);
                        }
                    }));
        });
        SeatTurns turns = new SeatTurns();
        FreeKernel guest = scene.start("Guest", turns);
        assertThat(scene.start("Host", turns).await().kind()).isEqualTo(Ending.Kind.FINISHED);
        assertThat(scene.lives().hang(scene.actor("Guest"), 0)).isTrue();
        scene.stop();
        assertThat(guest.await().kind()).isEqualTo(Ending.Kind.STOPPED);
    }

    @Test
    void aKernelThatHungBeforeItBootedTakesNoStep() throws InterruptedException {
        Scene scene = Scene.of(Atomicity.LOCK_FREE, s -> {
            s.number("n");
            s.kernel(
                    "Guest",
                    (core, p) -> p.task("count", () -> {
                        core.step(Scene.FIRST);
                        s.add("n");
                    }));
        });
        assertThat(scene.lives().hang(scene.actor("Guest"), 0)).isTrue();
        FreeKernel guest = scene.start("Guest", new SeatTurns());
        assertThat(guest.isOver()).isTrue();
        guest.kill();
        assertThat(guest.await().kind()).isEqualTo(Ending.Kind.CRASHED);
        assertThat(scene.value("n")).isZero();
    }

    /** Both have begun their step when the first of them halts, and it ends after the other. */
    @Test
    void twoTasksMayHaltAtOnce() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Thread[] threads = new Thread[2];
        Scene scene = Scene.of(
                Atomicity.LOCK_FREE,
                s -> s.kernel("Guest", (core, p) -> {
                    for (int i = 0; i < 2; i++) {
                        int task = i;
                        p.task("halt" + task, Seat.numbered(task), () -> {
                            core.step(Scene.FIRST);
                            threads[task] = Thread.currentThread();
                            uninterrupted(both::await);
                            StrandEnd end = core.halt();
                            uninterrupted(() -> threads[1 - task].join(Duration.ofMinutes(2)));
                            throw end;
                        });
                    }
                }));
        assertThat(scene.start("Guest", new SeatTurns()).await()).isEqualTo(Ending.of(Ending.Kind.HALTED));
        assertThat(scene.lives().count(scene.actor("Guest"), 0)).isEqualTo(1);
    }

    @Test
    void whatHangsBeforeItsHaltDoesNotHalt() throws InterruptedException {
        Scene scene = Scene.of(
                Atomicity.LOCK_FREE,
                s -> s.kernel(
                        "Guest",
                        (core, p) -> p.task("halt", () -> {
                            core.step(Scene.FIRST);
                            assertThat(s.lives().hang(core.actor(), 0)).isTrue();
                            s.stop();
                            throw core.halt();
                        })));
        assertThat(scene.start("Guest", new SeatTurns()).await().kind()).isEqualTo(Ending.Kind.STOPPED);
        assertThat(scene.lives().of(scene.actor("Guest"), 0)).isEqualTo(Life.HUNG);
    }

    /** An action that is only asked about, again and again, while it waits for its time. */
    @Test
    void askingWhetherItCouldHaltSwitchesNothingOff() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger off = new AtomicInteger();
        Scene scene = Scene.of(
                Atomicity.LOCKED,
                s -> s.kernel("Guest", (core, p) -> {
                    p.task("work", () -> {
                        core.step(Scene.FIRST);
                        while (asked.get() < 20) {
                            core.pause();
                        }
                        throw core.halt();
                    });
                    p.action(Scene.SECOND, () -> {
                        asked.incrementAndGet();
                        StrandEnd end = core.halt();
                        if (s.lives().of(core.actor(), 0) != Life.LIVE) {
                            off.incrementAndGet();
                        }
                        throw end;
                    });
                }));
        Pace late = Pace.FAST.with("Guest.unit", Duration.ofDays(1));
        assertThat(scene.start("Guest", new SeatTurns(), late, List.of())
                        .await()
                        .kind())
                .isEqualTo(Ending.Kind.HALTED);
        assertThat(asked).hasValueGreaterThanOrEqualTo(20);
        assertThat(off).hasValue(0);
    }

    @Test
    void codeThatFailsWithoutATraceHasFailed() throws InterruptedException {
        RuntimeException broken = new IllegalStateException("broken");
        broken.setStackTrace(new StackTraceElement[] {});
        Scene scene = Scene.of(
                Atomicity.LOCK_FREE,
                s -> s.kernel(
                        "Guest",
                        (core, p) -> p.task("fail", () -> {
                            throw broken;
                        })));
        assertThat(scene.start("Guest", new SeatTurns()).await())
                .isEqualTo(new Ending(Ending.Kind.FAILED, Optional.of("java.lang.IllegalStateException: broken")));
    }

    private static void uninterrupted(Callable<?> waits) {
        try {
            Object _ = waits.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
