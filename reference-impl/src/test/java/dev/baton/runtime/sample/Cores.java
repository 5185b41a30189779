package dev.baton.runtime.sample;

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
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Words;

/** One kernel whose two tasks and three handlers share a core, and a device that rings it. */
public final class Cores extends Machine {
    /** How often each task counts. */
    public static final int ROUNDS = 2_000;

    private static final Spot[] POINTS = {
        Spot.of(0, "left", "set_n"),
        Spot.of(1, "right", "set_n"),
        Spot.of(2, "tick", "set_n"),
        Spot.of(3, "tock", "set_n"),
        Spot.of(4, "panic", "set_n"),
        Spot.of(5, "right", "mask_tick"),
        Spot.of(6, "right", "unmask_tick"),
        Spot.of(7, "right", "halt"),
    };
    private static final Spot RING = Spot.of(0, "ring", "raise_tick");

    private final Words inside;
    private final Words count;
    private final Words rung;
    private final Doorbell tick;
    private final Doorbell tock;
    private final Doorbell panic;

    /** Lays it out. */
    public Cores(SharedMemory memory) {
        super(memory, Identity.of("Cores", "00"), Atomicity.LOCK_FREE);
        inside = word("inside", Order.SC, 0);
        rung = word("rung", Order.SC, 0);
        count = words("count", Order.SC, 5, i -> 0);
        Actor busy = kernel("Busy", 1, POINTS, core -> new Busy(this, core));
        environment("Device", 1, new Point[] {RING}, core -> new Device(this, core));
        tick = ipi("tick", busy, Doorbell.Kind.PLAIN);
        tock = ipi("tock", busy, Doorbell.Kind.PLAIN);
        panic = ipi("panic", busy, new Doorbell.Kind(true, 1, false));
    }

    /** How often a unit has counted: tasks 0 and 1, handlers from 2. */
    public long count(int unit) {
        return count.get(unit);
    }

    private static final class Busy extends Kernel {
        private final Cores machine;

        Busy(Cores machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("left", () -> count(0, ROUNDS));
            p.task("right", this::right);
            p.interrupt(machine.tick, () -> count(2, 3));
            p.interrupt(machine.tock, () -> count(3, 2));
            p.interrupt(machine.panic, () -> count(4, 2));
        }

        private void right() {
            core.step(POINTS[5]);
            core.mask(machine.tick);
            count(1, ROUNDS);
            core.step(POINTS[6]);
            core.unmask(machine.tick);
            core.step(POINTS[7]);
            while (machine.count.get(0) < ROUNDS || machine.rung.get() == 0) {
                core.pause();
            }
            throw core.halt();
        }

        /** Nobody else on the core is within a step meanwhile. */
        private void count(int unit, int rounds) {
            for (int i = 0; i < rounds; i++) {
                core.step(POINTS[unit]);
                core.check(machine.inside.getAndSet(1) == 0, "two steps at once on one core");
                machine.count.set(unit, machine.count.get(unit) + 1);
                machine.inside.set(0);
            }
        }
    }

    private static final class Device extends Kernel {
        private final Cores machine;

        Device(Cores machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("ring", () -> {
                for (int i = 0; i < 200; i++) {
                    core.step(RING);
                    machine.tick.raise(core);
                    core.step(RING);
                    machine.tock.raise(core);
                    core.step(RING);
                    machine.panic.raise(core);
                }
                core.step(RING);
                machine.rung.set(1);
            });
        }
    }
}
