package dev.baton.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands around a statement.
 *
 * @param oneStep whether it is part of one step: of an action, an {@code on}, an {@code atomic}
 * @param loop whether there is a loop to break out of
 * @param copies how many times the {@code for}s around it copy it
 * @param procedures the procedures whose text this is, the outermost first
 */
record Flow(boolean oneStep, boolean loop, long copies, List<String> procedures) {

    static Flow of(boolean oneStep) {
        return new Flow(oneStep, false, 1, List.of());
    }

    Flow atomic() {
        return new Flow(true, false, copies, procedures);
    }

    Flow inLoop() {
        return new Flow(oneStep, true, copies, procedures);
    }

    /** In a {@code for} over so many values. */
    Flow copied(long times) {
        return new Flow(oneStep, true, Math.min(copies * times, Limits.COPIES + 1), procedures);
    }

    Flow in(String procedure) {
        List<String> more = new ArrayList<>(procedures);
        more.add(procedure);
        return new Flow(oneStep, loop, copies, List.copyOf(more));
    }
}
