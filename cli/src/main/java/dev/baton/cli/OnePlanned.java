package dev.baton.cli;

import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one check that a command is about.
 *
 * @param overrides of its parameters
 */
record OnePlanned(PlannedCheck check, Map<String, Integer> overrides, Optional<String> property) {

    /**
     * Reads a file, and prints what the front end has to say.
     *
     * @param check the file's first, if empty
     * @param values of parameters; constants may be among them
     * @return empty if the file has errors
     * @throws UsageException if the file, check or property is not there
     */
    static Optional<OnePlanned> plan(
            String file,
            Optional<String> check,
            Map<String, Integer> values,
            Optional<String> property,
            Console console) {
        List<Setting> settings = values.entrySet().stream()
                .map(e -> new Setting(e.getKey(), e.getValue()))
                .toList();
        Plan plan = Planning.plan(
                List.of(file),
                check.stream().toList(),
                settings,
                property.stream().toList(),
                console);
        if (plan.failed()) {
            return Optional.empty();
        }
        if (plan.diagnostics().size() > 1) {
            throw new UsageException("there are several .baton files below `" + file + "`; name one");
        }
        return Optional.of(new OnePlanned(plan.checks().getFirst(), values, property));
    }
}
