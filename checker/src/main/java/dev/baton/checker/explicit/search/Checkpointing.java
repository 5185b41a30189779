package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where and when a search writes down how far it is. A checkpoint replaces the one before in one step, so whenever the
 * process dies there is a whole one. A search that is cancelled or meets its bound on depth writes one more, and so
 * does one that has visited everything and has written one before: what follows need not wait for it again. A search
 * that ends for want of memory leaves the last one where it is.
 *
 * @param file the checkpoint; another one beside it, with {@code .new} added to the name, while it is written
 * @param system names the system and how it is packed: a checkpoint is of use only for one of the same name
 * @param every time between two
 * @param failed is told, on the thread that searches, if one could not be written; the search goes on
 */
public record Checkpointing(Path file, String system, Duration every, Consumer<IOException> failed) {}
