package dev.baton.checker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and when a search is to write down how far it is.
 *
 * @param folder of this check alone; it exists
 * @param every time between two checkpoints
 * @param resume whether to go on from the checkpoint in the folder, if there is one
 */
public record Checkpoints(Path folder, Duration every, boolean resume) {

    /** Of the file. */
    public static final String NAME = "search.checkpoint";

    /** Where in the folder the last checkpoint is. */
    public Path file() {
        return folder.resolve(NAME);
    }
}
