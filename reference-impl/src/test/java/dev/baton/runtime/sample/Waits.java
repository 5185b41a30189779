package dev.baton.runtime.sample;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Core;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Life;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Order;
import dev.baton.runtime.Program;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Variables;
import dev.baton.runtime.Words;

/**
 * A guest that asks, and then waits for ever; a host that answers, and has two actions: one that it may take once, and
 * one for when the guest is dead; and somebody who loses patience.
 */
public final class Waits extends Machine {
    private static final Spot[] GUEST = {
        Spot.of(0, "ask", "set_asked"),
        Spot.of(1, "ask", "raise_bell"),
        Spot.of(2, "ask", "await"),
        Spot.of(3, "ask", "await_2"),
    };
    private static final Spot[] HOST = {
        Spot.of(0, "bell", "set_asked"), Spot.of(1, "give", "-"), Spot.of(2, "rescue", "-"),
    };
    private static final Spot[] PATIENT = {Spot.of(0, "wait", "await"), Spot.of(1, "wait", "set_late")};

    private final Words asked;
    private final Words late;
    private final Doorbell bell;
    private final Actor guest;

    /** Lays it out. */
    public Waits(SharedMemory memory) {
        super(memory, Identity.of("Waits", "00"), Atomicity.LOCK_FREE);
        asked = word("asked", Order.SC, 0);
        late = word("late", Order.SC, 0);
        guest = kernel("Guest", 1, GUEST, core -> new Guest(this, core));
        Actor host = kernel("Host", 1, HOST, core -> new Host(this, core));
        kernel("Patient", 1, PATIENT, core -> new Patient(this, core));
        bell = ipi("bell", host, Doorbell.Kind.PLAIN);
    }

    private static final class Guest extends Kernel {
        private final Waits machine;

        Guest(Waits machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("ask", this::ask);
        }

        private void ask() {
            core.step(GUEST[0]);
            machine.asked.set(1);
            core.step(GUEST[1]);
            machine.bell.raise(core);
            core.step(GUEST[2]);
            while (machine.asked.get() != 0) {
                core.pause();
            }
            core.step(GUEST[3]);
            while (machine.asked.get() == 0) {
                core.pause();
            }
        }
    }

    private static final class Host extends Kernel {
        private final Waits machine;
        private boolean answered;
        private boolean gave;
        private boolean rescued;

        Host(Waits machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.interrupt(machine.bell, this::bell);
            p.action(HOST[1], this::give);
            p.action(HOST[2], this::rescue);
        }

        @Override
        protected void variables(Variables v) {
            v.variable("answered", () -> answered, a -> answered = a, String::valueOf);
            v.variable("gave", () -> gave, g -> gave = g, String::valueOf);
            v.variable("rescued", () -> rescued, r -> rescued = r, String::valueOf);
        }

        private void bell() {
            core.step(HOST[0]);
            machine.asked.set(0);
            answered = true;
        }

        private boolean give() {
            if (gave) {
                return false;
            }
            gave = true;
            return true;
        }

        private boolean rescue() {
            if (rescued || machine.lives().of(machine.guest, 0) == Life.LIVE) {
                return false;
            }
            rescued = true;
            return true;
        }
    }

    private static final class Patient extends Kernel {
        private final Waits machine;

        Patient(Waits machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("wait", () -> {
                core.step(PATIENT[0]);
                while (machine.late.get() == 0 && !core.timeout()) {
                    core.pause();
                }
                core.step(PATIENT[1]);
                machine.late.set(1);
            });
        }

        @Override
        protected void variables(Variables v) {
            v.variable(
                    "late",
                    () -> machine.late.get(),
                    l -> {}, // Memory.
                    String::valueOf);
        }
    }
}
