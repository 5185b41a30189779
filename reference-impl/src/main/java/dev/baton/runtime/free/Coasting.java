package dev.baton.runtime.free;

import dev.baton.runtime.Core;
import dev.baton.runtime.Padded;
import java.util.SplittableRandom;

/**
 * When a strand that has its core to itself, holds nothing and writes no log looks for what disturbs it: after some
 * rounds of loops without a look ({@link Core#round}), before each of a few steps, and so on. Both are other numbers
 * after each disturbance, so that the next may come at any place.
 */
final class Coasting extends Padded {
    /** At least so many rounds, and less than twice as many, it does not look: an interrupt comes that much later. */
    private static final int LEAST = 16;

    /** Then it looks before so many steps, less one, at most. */
    private static final int WALK = 8;

    private final FreeCore core;
    private final SplittableRandom random;

    /** So many rounds it goes without a look. */
    private int spell;
    /** Before so many steps it then looks. */
    private int walk;
    /** So many of them are left. */
    private int steps;
    /**
     * Whether a loop has gone round since the last disturbance: who takes steps for ever without is to look at each.
     */
    private boolean goesRound;
    /** Rounds that have begun since they were last asked for, and those that the core may yet coast. */
    private int rounds;

    Coasting(FreeCore core, SplittableRandom random) {
        this.core = core;
        this.random = random;
    }

    /** Something has disturbed it. */
    void disturbed() {
        spell = LEAST + random.nextInt(LEAST);
        walk = random.nextInt(WALK);
        goesRound = false;
    }

    /** It has looked before a step, and nothing has. */
    void undisturbed() {
        if (steps > 0) {
            steps--;
        } else if (goesRound) {
            steps = walk;
            rounds += spell;
            core.coastOn(spell);
        }
    }

    /** A loop goes round on a core that does not coast. */
    void goRound() {
        rounds++;
        goesRound = true;
    }

    /** It looks before the next step. */
    void land() {
        rounds -= core.landed();
    }

    /** How many rounds have begun since this was last asked, on a core that does not coast. */
    int rounds() {
        int begun = rounds;
        rounds = 0;
        return begun;
    }
}
