package dev.baton.cli.check;

import dev.baton.checker.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where checkpoints are: below one folder, in one of its own for each check.
 *
 * @param every time between two checkpoints
 * @param resume whether to go on from what is there
 */
public record CheckpointFolders(Path root, Duration every, boolean resume) {

    /**
     * One for each check, in their order; nothing is made yet.
     *
     * @throws UsageException if there are checkpoints that a new run would overwrite, or none to resume
     */
    List<Checkpoints> of(List<PlannedCheck> checks) {
        List<Checkpoints> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PlannedCheck check : checks) {
            String wish = name(check);
            String name = wish;
            for (int n = 2; !names.add(name); n++) {
                name = wish + "-" + n;
            }
            all.add(new Checkpoints(root.resolve(name), every, resume));
        }
        boolean some = all.stream().anyMatch(c -> Files.exists(c.file()));
        if (resume && !some) {
            throw new UsageException("there is no checkpoint of " + (all.size() == 1 ? "this check" : "these checks")
                    + " below `" + root + "`; `" + all.getFirst().file() + "` would be one");
        }
        if (!resume && some) {
            throw new UsageException("there are checkpoints below `" + root
                    + "` already; go on from them with `--resume " + root + "`, or remove them");
        }
        return List.copyOf(all);
    }

    /** Whether there is a checkpoint of anything. */
    public boolean someWritten() {
        try (Stream<Path> below = Files.find(root, 2, (file, _) -> file.endsWith(Checkpoints.NAME))) {
            return below.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(PlannedCheck check) {
        Path file = Path.of(check.file()).getFileName();
        String wish = (file == null ? check.file() : file.toString()) + "-" + check.name();
        return wish.replace(".baton", "").replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("^[._]+", "");
    }

    /** Makes the folder of a check. */
    static void make(Checkpoints checkpoints) {
        try {
            Files.createDirectories(checkpoints.folder());
        } catch (IOException e) {
            throw new UsageException("can't make the folder `" + checkpoints.folder() + "`: " + e.getMessage());
        }
    }
}
