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
import dev.baton.runtime.Words;

/** Counts in shared memory, one step each, as fast as it goes. */
public final class Counter extends Machine {
    private static final Spot COUNT = Spot.of(0, "count", "set_count", "n");

    private final Words count;

    /** Lays it out. */
    public Counter(SharedMemory memory) {
        super(memory, Identity.of("Counter", "00"), Atomicity.LOCK_FREE);
        count = word("count", Order.TSO, 0);
        kernel("Adder", 1, new Point[] {COUNT}, core -> new Adder(this, core));
    }

    private static final class Adder extends Kernel {
        private final Counter machine;

        Adder(Counter machine, Core core) {
            super(core);
            this.machine = machine;
        }

        @Override
        protected void program(Program p) {
            p.task("count", this::count);
        }

        private void count() {
            for (long n = 0; n < 5_000_000; n++) {
                core.step(COUNT, n);
                machine.count.set(n);
            }
        }
    }
}
