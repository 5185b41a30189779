package dev.baton.cli;

import dev.baton.cli.check.PlannedCheck;
import java.util.Map;
import java.util.Optional;

/**
 * The one check that a command is about.
 *
 * @param overrides of its parameters; constants may be among them
 */
record OnePlanned(PlannedCheck check, Map<String, Integer> overrides, Optional<String> property) {}
