package dev.baton.runtime.sample;

import dev.baton.runtime.Atomicity;
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

/** Movers take from one account and give to others, many times in one step; the sum stays what it was. */
public final class Movers extends Machine {
    /** How many accounts there are. */
    public static final int ACCOUNTS = 64;

    /** What is in each account at first. */
    public static final long EACH = 1000;

    private static final Spot MOVE = Spot.of(0, "move", "atomic");
    private static final Spot AUDIT = Spot.of(0, "audit", "assert");

    private final Words accounts;
    private final Words steps;

    /** Lays it out. */
    public Movers(SharedMemory memory) {
        super(memory, Identity.of("Movers", "00"), Atomicity.LOCKED);
        accounts = words("accounts", Order.SC, ACCOUNTS, i -> EACH);
        steps = words("steps", Order.SC, 2, i -> 0);
        kernel("Mover", 2, new Point[] {MOVE}, core -> new Mover(this, core)).indexed();
        kernel("Auditor", 1, new Point[] {AUDIT}, core -> new Auditor(this, core));
    }

    /** What is in all accounts together. */
    public long sum() {
        long sum = 0;
        for (int i = 0; i < ACCOUNTS; i++) {
            sum += accounts.get(i);
        }
        return sum;
    }

    /** How many steps a mover has taken. */
    public long steps(int mover) {
        return steps.get(mover);
    }

    /** One step's moves. */
    void move(int mover, long seed) {
        int from = (int) Math.floorMod(seed, (long) ACCOUNTS);
        for (int i = 1; i < ACCOUNTS; i++) {
            int to = (from + i) % ACCOUNTS;
            accounts.set(from, accounts.get(from) - i);
            accounts.set(to, accounts.get(to) + i);
        }
        steps.set(mover, steps.get(mover) + 1);
    }

    private static final class Mover extends Kernel {
        private final Movers machine;
        private long moves;

        Mover(Movers machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("move", this::move);
        }

        @Override
        protected void variables(Variables v) {
            v.variable("moves", () -> moves, x -> moves = x, String::valueOf);
        }

        private void move() {
            while (true) {
                core.step(MOVE);
                machine.move(self, moves * 7 + self);
                moves++;
            }
        }
    }

    private static final class Auditor extends Kernel {
        private final Movers machine;

        Auditor(Movers machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("audit", this::audit);
        }

        private void audit() {
            while (true) {
                core.step(AUDIT);
                core.check(machine.sum() == ACCOUNTS * EACH, "the sum is " + machine.sum());
            }
        }
    }
}
