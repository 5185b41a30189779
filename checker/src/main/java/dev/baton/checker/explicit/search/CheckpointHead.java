package dev.baton.checker.explicit.search;

import java.io.IOException;

/**
 * How a checkpoint begins: what must be the same for it to be of use.
 *
 * @param system names the system
 * @param form the version of the format, and what a search of the system keeps
 */
record CheckpointHead(String system, String form) {

    static CheckpointHead of(String name, CompiledSystem system, SearchOptions options, ReachableStates reachable) {
        return new CheckpointHead(
                name,
                "4 " + reachable.kind() + ' ' + system.words() + ' ' + system.bits() + ' ' + system.instances() + ' '
                        + system.stepProperties() + ' ' + options.stutter() + ' ' + options.partialOrder());
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(system);
        out.put(form);
    }

    /** @throws CheckpointRefused if the checkpoint begins otherwise */
    void require(CheckpointReader in) throws IOException, CheckpointRefused {
        if (!in.getString().equals(system)) {
            throw new CheckpointRefused("it is a checkpoint of another protocol, or of other parameters or properties");
        }
        if (!in.getString().equals(form)) {
            throw new CheckpointRefused("it was written with other options or by another version");
        }
    }
}
