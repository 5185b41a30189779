package dev.baton.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands around a statement.
 *
 * @param oneStep whether it is part of one step: of an action, an {@code on}, an {@code atomic}
 * @param loop whether there is a loop to break out of
 * @param procedures the procedures whose text this is, the outermost first
 */
record Flow(boolean oneStep, boolean loop, List<String> procedures) {

    static Flow of(boolean oneStep) {
        return new Flow(oneStep, false, List.of());
    }

    Flow atomic() {
        return new Flow(true, false, procedures);
    }

    Flow inLoop() {
        return new Flow(oneStep, true, procedures);
    }

    Flow in(String procedure) {
        List<String> more = new ArrayList<>(procedures);
        more.add(procedure);
        return new Flow(oneStep, loop, List.copyOf(more));
    }
}
