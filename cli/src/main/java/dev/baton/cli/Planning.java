package dev.baton.cli;

import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Inputs;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.UsageException;
import dev.baton.model.source.Severity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From what the command line names to the checks that it means, for commands that only need to know which. */
final class Planning {
    private Planning() {}

    /**
     * Reads everything, and prints what the front end has to say.
     *
     * @return a plan that may have {@link Plan#failed}
     * @throws UsageException if a file, check or property that is asked for is not there
     */
    static Plan plan(
            List<String> files,
            List<String> checks,
            List<Setting> parameters,
            List<String> properties,
            Console console) {
        return plan(files, checks, parameters, properties, console, Severity.WARNING);
    }

    /** The same; of what there is to say, only what is at least so severe is printed. */
    static Plan plan(
            List<String> files,
            List<String> checks,
            List<Setting> parameters,
            List<String> properties,
            Console console,
            Severity least) {
        List<Path> paths = Inputs.files(files.stream().map(Planning::path).toList(), folder -> {
            throw new UsageException("there is no .baton file below `" + folder + "`");
        });
        CheckOptions options = new CheckOptions(
                files,
                checks,
                Setting.map(parameters),
                EngineChoice.AUTO,
                properties,
                1,
                Optional.empty(),
                Optional.empty(),
                LongRun.UNSAID,
                false);
        Plan plan = Plan.of(paths, options);
        plan.diagnostics()
                .values()
                .forEach(all -> all.stream()
                        .filter(d -> least == Severity.WARNING || d.code().severity() == Severity.ERROR)
                        .forEach(d -> console.err().println(d.render())));
        if (!plan.failed() && plan.complaint().isPresent()) {
            throw new UsageException(plan.complaint().get());
        }
        return plan;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` is no name of a file: " + e.getReason());
        }
    }
}
