package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder that a command fills. */
final class OutputFolderOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where to write; the folder it is in must exist.")
    private String folder = "";

    /** @throws UsageException if nobody can write there */
    Path folder() {
        return OutputFile.writableFolder("-o", folder);
    }
}
