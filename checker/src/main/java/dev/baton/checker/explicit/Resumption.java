package dev.baton.checker.explicit;

import dev.baton.checker.Checkpoints;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.search.CheckpointRefused;
import dev.baton.checker.explicit.search.Checkpointing;
import dev.baton.checker.explicit.search.Onlooker;
import dev.baton.checker.explicit.search.Search;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.Sightings;
import java.nio.file.Files;
import java.util.Optional;

/** A search from the first state, or from where another was interrupted. */
final class Resumption {
    private Resumption() {}

    /** Why the checkpoint that is there can't be used. */
    static Optional<String> refusal(Compiled compiled, SearchOptions options, Checkpoints checkpoints) {
        try {
            Search.verify(compiled.system(), options, checkpointing(compiled, checkpoints, Watch.NOBODY));
            return Optional.empty();
        } catch (CheckpointRefused e) {
            return Optional.of(
                    "no, because the checkpoint `" + checkpoints.file() + "` can't be used: " + e.getMessage());
        }
    }

    /**
     * @param sightings gets what is seen by the way
     * @param onlooker looks at the ends of levels
     * @throws CheckpointRefused if there is a checkpoint to go on from and it can't be used
     */
    static SearchResult run(
            Compiled compiled,
            SearchOptions options,
            Watch watch,
            Optional<Checkpoints> checkpoints,
            Sightings sightings,
            Onlooker onlooker)
            throws CheckpointRefused {
        if (checkpoints.isEmpty()) {
            return Search.run(compiled.system(), options, watch, Optional.empty(), sightings, onlooker);
        }
        Checkpoints wanted = checkpoints.orElseThrow();
        Checkpointing checkpointing = checkpointing(compiled, wanted, watch);
        return wanted.resume() && Files.exists(wanted.file())
                ? Search.resume(compiled.system(), options, watch, checkpointing, sightings, onlooker)
                : Search.run(compiled.system(), options, watch, Optional.of(checkpointing), sightings, onlooker);
    }

    private static Checkpointing checkpointing(Compiled compiled, Checkpoints checkpoints, Watch watch) {
        return new Checkpointing(
                checkpoints.file(),
                compiled.digest(),
                checkpoints.every(),
                e -> watch.notice("no checkpoint could be written to `" + checkpoints.file() + "`: " + e.getMessage()));
    }
}
