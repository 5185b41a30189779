package dev.baton.runtime.sample;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Codes;
import dev.baton.runtime.Core;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Order;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Variables;
import dev.baton.runtime.Words;

/**
 * A worker whose task and actions share a core and private variables; an action that waits hands over to a successor.
 */
public final class Shift extends Machine {
    private static final Spot[] OLD = {
        Spot.of(0, "work", "set_using"),
        Spot.of(1, "work", "assert"),
        Spot.of(2, "vain", "-", "n"),
        Spot.of(3, "hand_over", "-"),
    };
    private static final Spot NEW = Spot.of(0, "work", "set_served");

    private final Words served;
    private final Actor successor;

    /** Lays it out. */
    public Shift(SharedMemory memory) {
        super(memory, Identity.of("Shift", "00"), Atomicity.LOCKED);
        served = word("served", Order.SC, 0);
        kernel("Old", 1, OLD, core -> new Old(this, core));
        successor =
                kernel("New", 1, new Point[] {NEW}, core -> new New(this, core)).initiallyOff();
    }

    private static final class Old extends Kernel {
        private final Shift machine;
        private boolean using;

        Old(Shift machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("work", this::work);
            p.action(OLD[2], Codes.of(3), this::vain);
            p.action(OLD[3], this::handOver);
        }

        @Override
        protected void variables(Variables v) {
            v.variable("using", () -> using, u -> using = u, String::valueOf);
        }

        private void work() {
            while (true) {
                core.step(OLD[0]);
                core.check(!using, "used already");
                using = true;
                core.step(OLD[1]);
                core.check(using, "not used any more");
                using = false;
            }
        }

        /** Finds out late that it can't be taken. */
        private boolean vain(long n) {
            using = n % 2 == 0;
            machine.served.set(n + 1);
            return false;
        }

        private boolean handOver() {
            core.check(machine.served.get() == 0, "what was in vain is seen");
            core.start(machine.successor, 0);
            throw core.halt();
        }
    }

    private static final class New extends Kernel {
        private final Shift machine;

        New(Shift machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("work", () -> {
                core.step(NEW);
                machine.served.set(1);
            });
        }
    }
}
