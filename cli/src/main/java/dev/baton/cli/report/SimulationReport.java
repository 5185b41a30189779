package dev.baton.cli.report;

import dev.baton.cli.check.SimulationOptions;
import dev.baton.cli.check.WalkedCheck;
import dev.baton.model.source.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * All that a run of {@code simulate} found out.
 *
 * @param diagnostics of each file that was read, in order, also where there are none
 */
public record SimulationReport(
        String version,
        Map<String, List<Diagnostic>> diagnostics,
        SimulationOptions options,
        List<WalkedCheck> checks,
        double wallSeconds,
        int exitCode) {}
