package dev.baton.cli.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks of a run.
 *
 * @param files files and folders, as given
 * @param checks names of checks; none: all
 * @param parameters values that take the place of the checks' own
 * @param properties names of properties; none: all
 * @param timeout for each check and engine
 * @param memory bytes
 * @param reduce whether fewer states may be visited than there are where that changes no verdict
 */
public record CheckOptions(
        List<String> files,
        List<String> checks,
        Map<String, Integer> parameters,
        EngineChoice engine,
        List<String> properties,
        int workers,
        Optional<Duration> timeout,
        Optional<Long> memory,
        LongRun longRun,
        boolean reduce) {
    public CheckOptions {
        files = List.copyOf(files);
        checks = List.copyOf(checks);
        parameters = Map.copyOf(parameters);
        properties = List.copyOf(properties);
    }

    /** All checks of a file with one worker, by the engine that suits them, for as long as it takes. */
    public static CheckOptions of(String file) {
        return new CheckOptions(
                List.of(file),
                List.of(),
                Map.of(),
                EngineChoice.AUTO,
                List.of(),
                1,
                Optional.empty(),
                Optional.empty(),
                LongRun.UNSAID,
                true);
    }
}
