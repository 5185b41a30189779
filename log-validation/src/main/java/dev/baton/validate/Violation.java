package dev.baton.validate;

import dev.baton.model.system.Property;

/**
 * A property that is violated whichever way the log is explained.
 *
 * @param line of the event that is the first by which it is so; 0: in the first state
 * @param event what it tells
 */
public record Violation(Property property, long line, String event) {}
