package dev.baton.runtime.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the files of a run are in: in memory, where there is such a place. */
final class Folders {
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private Folders() {}

    static Path create() throws IOException {
        return Files.isDirectory(IN_MEMORY) && Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "baton-run-")
                : Files.createTempDirectory("baton-run-");
    }

    /** Deletes a folder and what is in it, as far as that can be done. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path p : deepestFirst) {
                Files.deleteIfExists(p);
            }
        } catch (IOException | UncheckedIOException e) {
            // Others may be at it.
        }
    }
}
