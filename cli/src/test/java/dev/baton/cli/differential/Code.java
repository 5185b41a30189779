package dev.baton.cli.differential;

import java.util.Optional;

/**
 * Where a statement stands.
 *
 * @param unit the task or handler; labels are its
 * @param steps whether each statement is a step of its own
 * @param loops whether {@code break} and {@code continue} may stand here
 * @param depth how many more blocks may be opened
 */
record Code(World.Actor actor, Optional<String> unit, boolean steps, boolean loops, int depth) {

    static Code task(World.Actor actor, String unit) {
        return new Code(actor, Optional.of(unit), true, false, 2);
    }

    /** An action or {@code on}. */
    static Code oneStep(World.Actor actor) {
        return new Code(actor, Optional.empty(), false, false, 2);
    }

    Code deeper() {
        return new Code(actor, unit, steps, loops, depth - 1);
    }

    Code looping() {
        return new Code(actor, unit, steps, steps, depth - 1);
    }

    Code atomic() {
        return new Code(actor, Optional.empty(), false, false, depth - 1);
    }

    /** How often one statement here may touch memory and channels. */
    int touches() {
        return steps ? 1 : Integer.MAX_VALUE / 2;
    }
}
