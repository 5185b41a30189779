package dev.baton.cli;

import dev.baton.cli.check.Inputs;
import dev.baton.cli.check.UsageException;
import dev.baton.model.source.Diagnosed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton fmt}: the one format of protocols. */
@Command(
        name = "fmt",
        description = {
            "Rewrites protocols in Baton's one format; says which files it changed.",
            "A file with errors is left as it is."
        },
        footer = {
            "",
            "Examples:",
            "  baton fmt mailbox.baton",
            "  baton fmt specs             every protocol below a folder",
            "  baton fmt --check specs     change nothing; exit code 1 if a file is not well formatted"
        })
final class FmtCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A .baton file, or a folder: every one below it.")
    private List<String> files = List.of();

    @Option(names = "--check", description = "Change nothing; exit code 1 if a file is not well formatted.")
    private boolean check;

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExitCode code = ExitCode.EXPECTED;
        for (Path path : Inputs.files(files.stream().map(Path::of).toList(), FmtCommand::nothing)) {
            ExitCode one = format(path);
            code = one.code() > code.code() ? one : code;
        }
        return code.code();
    }

    private static void nothing(Path folder) {
        throw new UsageException("there is no .baton file below `" + folder + "`");
    }

    private ExitCode format(Path path) {
        Diagnosed<Formatted> formatted = Formatted.of(path);
        formatted.diagnostics().forEach(d -> console.err().println(d.render()));
        Optional<Formatted> result = formatted.result();
        if (formatted.failed() || result.isEmpty()) {
            return ExitCode.USAGE;
        }
        if (result.get().isWell()) {
            return ExitCode.EXPECTED;
        }
        if (check) {
            console.out().println("not well formatted: " + path);
            return ExitCode.UNEXPECTED;
        }
        OutputFile.writable("FILE", path.toString()).write(result.get().after());
        console.out().println("formatted " + path);
        return ExitCode.EXPECTED;
    }
}
