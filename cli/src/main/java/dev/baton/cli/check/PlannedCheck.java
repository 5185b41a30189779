package dev.baton.cli.check;

import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;

/**
 * A check that is ready to run.
 *
 * @param file as given on the command line, or found below a folder that was
 * @param properties those to decide, of the system's own list
 */
public record PlannedCheck(
        String file, String name, TransitionSystem system, List<Property> properties, Expected expected) {
    public PlannedCheck {
        properties = List.copyOf(properties);
    }

    /** Whether this is that check of that file; what engines made of it can be compared then. */
    public boolean is(PlannedCheck other) {
        return file.equals(other.file) && name.equals(other.name);
    }
}
