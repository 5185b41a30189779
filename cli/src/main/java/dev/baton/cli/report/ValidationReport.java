package dev.baton.cli.report;

import dev.baton.cli.check.PlannedCheck;
import dev.baton.validate.Verdict;

/**
 * All that there is to say of a log that was held against a protocol.
 *
 * @param log as given on the command line
 */
public record ValidationReport(
        String version, PlannedCheck check, String log, Verdict verdict, double wallSeconds, int exitCode) {}
