package dev.baton.cli;

import dev.baton.cli.check.CheckpointFolders;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code baton check} for searches that take long: how far, how exact, and how not to lose them. */
final class LongRunOptions {
    private static final Duration EVERY = Duration.ofMinutes(5);

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Look at behaviours of at most N steps. What they do not decide is unknown.")
    private @Nullable Integer depth;

    @Option(
            names = "--exact",
            description = "Keep all of every state. Without it, states of more than two words are known by 64-bit"
                    + " fingerprints where there is no liveness to decide, and the table says how probable it is"
                    + " that two had the same.")
    private boolean exact;

    @Option(
            names = "--explain-layout",
            description = "Check nothing; say how states are packed and what is kept of each.")
    private boolean explainLayout;

    @Option(
            names = "--checkpoint-dir",
            paramLabel = "DIR",
            description =
                    "Write down every few minutes, on Ctrl-C and at a timeout how far each check is, in a folder of its"
                            + " own below this one; the folder it is in must exist.")
    private @Nullable String checkpointDir;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "5m",
            converter = Amounts.Time.class,
            description = "Time between checkpoints. Default: 5m.")
    private @Nullable Duration checkpointEvery;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description =
                    "Go on from the checkpoints below this folder, and write others there. The protocol, parameters and"
                            + " properties must be those of before.")
    private @Nullable String resume;

    boolean explainLayout() {
        return explainLayout;
    }

    /** @throws UsageException for what does not go together */
    LongRun of(EngineChoice engine) {
        if (depth != null && depth < 1) {
            throw new UsageException("`--depth " + depth + "`: at least 1 is needed");
        }
        if (checkpointDir != null && resume != null) {
            throw new UsageException(
                    "`--resume` writes its checkpoints where it found them; leave out `--checkpoint-dir`");
        }
        if (checkpointEvery != null && checkpointDir == null && resume == null) {
            throw new UsageException("`--checkpoint-every` needs a place: add `--checkpoint-dir DIR`");
        }
        if (engine == EngineChoice.SMT && depth == null) {
            throw new UsageException("`--engine smt` looks at behaviours of so many steps: add `--depth N`");
        }
        require(engine, depth == null || engine == EngineChoice.SMT, "--depth", "explicit, interpreter and smt");
        require(engine, !exact, "--exact", "explicit and interpreter");
        boolean checkpoints = checkpointDir != null || resume != null;
        requireExplicit(engine, checkpoints, resume == null ? "--checkpoint-dir" : "--resume");
        requireExplicit(engine, explainLayout, "--explain-layout");
        return new LongRun(
                depth == null ? OptionalInt.empty() : OptionalInt.of(depth),
                exact,
                checkpoints ? Optional.of(folders()) : Optional.empty());
    }

    private CheckpointFolders folders() {
        Duration every = Objects.requireNonNullElse(checkpointEvery, EVERY);
        Path root = resume != null
                ? OutputFile.writableFolder("--resume", resume)
                : OutputFile.writableFolder("--checkpoint-dir", Objects.requireNonNull(checkpointDir));
        return new CheckpointFolders(root, every, resume != null);
    }

    private static void require(EngineChoice engine, boolean unsaid, String option, String who) {
        boolean can = switch (engine) {
            case AUTO, EXPLICIT, INTERPRETER -> true;
            case TLC, PROVE, SMT, ALL -> false;
        };
        if (!unsaid && !can) {
            throw new UsageException(
                    "`" + option + "` is for the engines " + who + ", not for `--engine " + engine + "`");
        }
    }

    private static void requireExplicit(EngineChoice engine, boolean said, String option) {
        boolean can = switch (engine) {
            case AUTO, EXPLICIT -> true;
            case INTERPRETER, TLC, PROVE, SMT, ALL -> false;
        };
        if (said && !can) {
            throw new UsageException("`" + option + "` is for the engine explicit, not for `--engine " + engine + "`");
        }
    }
}
