package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where a result is written as JSON. */
final class JsonOptions {
    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Write the result as JSON; with - to standard output, in place of the text.")
    private @Nullable String json;

    /** @throws UsageException if it can't be written there */
    JsonTarget target() {
        boolean toOut = "-".equals(json);
        return new JsonTarget(
                toOut,
                toOut ? Optional.empty() : Optional.ofNullable(json).map(name -> OutputFile.writable("--json", name)));
    }
}
