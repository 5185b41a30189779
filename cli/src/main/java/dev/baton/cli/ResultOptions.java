package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.TraceFiles;
import dev.baton.trace.format.TraceFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a run's result and traces are written, and as what. */
final class ResultOptions {
    @Mixin
    private final JsonOptions json = new JsonOptions();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the result as the XML that CI servers read.")
    private @Nullable String junit;

    @Option(
            names = "--trace-dir",
            paramLabel = "DIR",
            description = "Write every trace into this folder; the folder it is in must exist.")
    private @Nullable String traceDir;

    @Option(
            names = "--trace-format",
            paramLabel = "itf,svg",
            split = ",",
            converter = TraceFormats.class,
            description = "With --trace-dir: as what. Default: text,json,itf. There is " + TraceFormats.ALL + ".")
    private List<TraceFormat> traceFormats = List.of();

    /** @throws UsageException if they contradict each other */
    void check() {
        if (!traceFormats.isEmpty() && traceDir == null) {
            throw new UsageException("`--trace-format` says how traces are written; add `--trace-dir DIR`, where to");
        }
    }

    /** @throws UsageException if one of them can't be written */
    ResultFiles files() {
        return new ResultFiles(
                json.target(),
                output("--junit", junit),
                Optional.ofNullable(traceDir).map(name -> OutputFile.writableFolder("--trace-dir", name)),
                traceFormats.isEmpty() ? TraceFiles.USUAL : traceFormats);
    }

    private static Optional<OutputFile> output(String option, @Nullable String name) {
        return Optional.ofNullable(name).map(n -> OutputFile.writable(option, n));
    }
}
