package dev.baton.runtime.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Core;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Order;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.Seat;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Words;
import dev.baton.runtime.sample.Spot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Store buffers of a stepped machine (rule 9). */
final class TsoStepperTest {
    private static final Spot[] POINTS = {
        Spot.of(0, "send", "set_x"),
        Spot.of(1, "send", "set_y"),
        Spot.of(2, "send", "set_x_2"),
        Spot.of(3, "send", "raise_early"),
        Spot.of(4, "send", "raise_late"),
        Spot.of(5, "send", "fence"),
        Spot.of(6, "send", "cas_x"),
    };
    private static final Seat HOST = Seat.of("Host", 0);

    private static final class Two extends Machine {
        final Words x;
        final Words y;
        final Doorbell early;
        final Doorbell late;

        Two(SharedMemory memory) {
            super(memory, Identity.of("Two", "00"), Atomicity.LOCK_FREE);
            x = word("x", Order.TSO, 0);
            y = word("y", Order.TSO, 0);
            Actor host = kernel("Host", 1, POINTS, core -> new Host(this, core));
            early = ipi("early", host, new Doorbell.Kind(false, 1, true));
            late = ipi("late", host, Doorbell.Kind.PLAIN);
        }
    }

    private static final class Host extends Kernel {
        private final Two machine;
        private long seen;

        Host(Two machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("send", this::send);
            p.interrupt(machine.early, () -> {});
            p.interrupt(machine.late, () -> {});
        }

        @Override
        protected void variables(dev.baton.runtime.Variables v) {
            v.variable("seen", () -> seen, s -> seen = s, String::valueOf);
        }

        private void send() {
            core.step(POINTS[0]);
            machine.x.set(1);
            core.step(POINTS[1]);
            machine.y.set(machine.x.get() + 1);
            core.step(POINTS[2]);
            machine.x.set(3);
            core.step(POINTS[3]);
            machine.early.raise(core);
            core.step(POINTS[4]);
            machine.late.raise(core);
            core.step(POINTS[5]);
            core.fence();
            core.step(POINTS[6]);
            seen = machine.x.cas(3, 4) ? machine.x.get() : -1;
        }
    }

    private final Stepper<Two> two = Stepper.of(Two::new);

    @AfterEach
    void close() {
        two.close();
    }

    private Outcome step(int point) {
        return two.grant("Host", 0, "send", ((Point) POINTS[point]).label());
    }

    @Test
    void storesWaitInOrderAndAreForwarded() {
        assertThat(step(0).taken()).isTrue();
        assertThat(two.memory("x", 0)).isZero();
        assertThat(step(1).taken()).isTrue();
        assertThat(two.buffer(HOST)).containsExactly(new Stepper.Store("x", 0, 1), new Stepper.Store("y", 0, 2));
        String full = two.state();
        assertThat(step(2).taken()).isFalse();
        assertThat(two.state()).isEqualTo(full);
        assertThat(two.drain(HOST).taken()).isTrue();
        assertThat(two.memory("x", 0)).isEqualTo(1);
        assertThat(two.memory("y", 0)).isZero();
        assertThat(step(2).taken()).isTrue();
        assertThat(step(3).taken()).isTrue();
        assertThat(two.pending("early", 0)).isEqualTo(1);
        assertThat(step(4).taken()).isFalse();
        assertThat(two.pending("late", 0)).isZero();
        assertThat(two.drain(HOST).taken()).isTrue();
        assertThat(two.drain(HOST).taken()).isTrue();
        assertThat(two.drain(HOST).taken()).isFalse();
        assertThat(step(4).taken()).isTrue();
        assertThat(step(5).taken()).isTrue();
        assertThat(step(6).taken()).isTrue();
        assertThat(two.variable("Host", 0, "seen")).isEqualTo("4");
        assertThat(two.place("Host", 0, "send")).hasToString("done");
    }

    @Test
    void aStoreBufferOutlivesItsKernel() {
        assertThat(step(0).taken()).isTrue();
        assertThat(two.crash("Host", 0).taken()).isTrue();
        assertThat(two.drain(HOST).taken()).isTrue();
        assertThat(two.memory("x", 0)).isEqualTo(1);
    }
}
