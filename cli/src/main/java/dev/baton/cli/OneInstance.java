package dev.baton.cli;

import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The protocol of a file, under the parameters of one of its checks. */
final class OneInstance {
    @Parameters(paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "The check whose parameters to take. Default: the file's first.")
    private @Nullable String check;

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    /**
     * Reads the file, and prints what the front end has to say.
     *
     * @return empty if the file has errors
     * @throws UsageException if the file, check or property is not there
     */
    Optional<OnePlanned> plan(Optional<String> property, Console console) {
        return check(property.stream().toList(), console)
                .map(planned -> new OnePlanned(planned, parameters.values(), property));
    }

    /** The same of several properties; none: all. */
    Optional<PlannedCheck> check(List<String> properties, Console console) {
        Plan plan = Planning.plan(
                List.of(file),
                Optional.ofNullable(check).stream().toList(),
                parameters.settings(),
                properties,
                console);
        if (plan.failed()) {
            return Optional.empty();
        }
        if (plan.diagnostics().size() > 1) {
            throw new UsageException("there are several .baton files below `" + file + "`; name one");
        }
        return Optional.of(plan.checks().getFirst());
    }
}
