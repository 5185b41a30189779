package dev.baton.cli;

import dev.baton.cli.check.Plan;
import dev.baton.cli.check.UsageException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files, and which of their checks a command is about. */
final class SelectedChecks {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A .baton file, or a folder: every one below it.")
    private List<String> files = List.of();

    @Option(names = "--check", paramLabel = "NAME", description = "Only this check; may be repeated.")
    private List<String> names = List.of();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    List<String> files() {
        return files;
    }

    List<String> names() {
        return names;
    }

    /** Of parameters, by name. */
    Map<String, Integer> values() {
        return parameters.values();
    }

    /**
     * Reads the files, and prints what the front end has to say.
     *
     * @param properties the only ones that are asked for; none: all
     * @return a plan that may have {@link Plan#failed}
     * @throws UsageException if a file, check or property that is asked for is not there
     */
    Plan plan(List<String> properties, Console console) {
        return Planning.plan(files, names, parameters.settings(), properties, console);
    }
}
