package dev.baton.runtime.sample;

import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Core;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Program;
import dev.baton.runtime.SharedMemory;

/** Chooses one of many ways again and again, of which all but one wait. */
public final class Chance extends Machine {
    private static final Spot CHOOSE = Spot.of(0, "choose", "either");
    private static final int WAYS = 400;

    /** Lays it out. */
    public Chance(SharedMemory memory) {
        super(memory, Identity.of("Chance", "00"), Atomicity.LOCK_FREE);
        kernel("K", 1, new Spot[] {CHOOSE}, Chooser::new);
    }

    private static final class Chooser extends Kernel {
        Chooser(Core core) {
            super(core);
        }

        @Override
        protected void program(Program p) {
            p.task("choose", () -> {
                core.step(CHOOSE);
                while (core.choose(WAYS) != 0) {
                    core.pause();
                }
            });
        }
    }
}
