package dev.baton.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that the command line means: a folder stands for every {@code .baton} file below it, by name; hidden
 * folders and those called {@code target} are left out. Whether a file can be read is the front end's to say.
 */
public final class Inputs {
    private Inputs() {}

    /** @param folderWithout is told each folder without any such file */
    public static List<Path> files(List<Path> given, java.util.function.Consumer<Path> folderWithout) {
        Set<Path> all = new LinkedHashSet<>();
        for (Path path : given) {
            if (!Files.isDirectory(path)) {
                all.add(path);
                continue;
            }
            List<Path> found = new ArrayList<>();
            below(path, found);
            if (found.isEmpty()) {
                folderWithout.accept(path);
            }
            all.addAll(found);
        }
        return List.copyOf(all);
    }

    private static void below(Path folder, List<Path> into) {
        List<Path> entries;
        try (Stream<Path> list = Files.list(folder)) {
            entries = list.sorted().toList();
        } catch (IOException e) {
            throw new UsageException("can't read the folder `" + folder + "`: " + e.getMessage());
        }
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (!name.startsWith(".") && !name.equals("target")) {
                    below(entry, into);
                }
            } else if (name.endsWith(".baton") && Files.isRegularFile(entry)) {
                into.add(entry);
            }
        }
    }
}
