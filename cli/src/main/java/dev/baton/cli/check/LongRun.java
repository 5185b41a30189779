package dev.baton.cli.check;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line says of a search that may take long.
 *
 * @param depth most steps of a behaviour to look at
 * @param exact whether hashes may not stand for states
 */
public record LongRun(OptionalInt depth, boolean exact, Optional<CheckpointFolders> checkpoints) {

    /** Nothing said. */
    public static final LongRun UNSAID = new LongRun(OptionalInt.empty(), false, Optional.empty());

    /** Whether engines are asked for something that not every one of them can do. */
    boolean demanding() {
        return depth.isPresent() || exact || checkpoints.isPresent();
    }
}
