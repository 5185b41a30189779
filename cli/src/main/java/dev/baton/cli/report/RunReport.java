package dev.baton.cli.report;

import dev.baton.cli.check.Outcome;
import dev.baton.model.source.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * All that a run of {@code check} found out.
 *
 * @param diagnostics of each file that was read, in order, also where there are none
 * @param disagreements between engines
 */
public record RunReport(
        String version,
        Map<String, List<Diagnostic>> diagnostics,
        List<Outcome> outcomes,
        List<String> disagreements,
        double wallSeconds,
        int exitCode) {}
