package dev.baton.cli;

import dev.baton.cli.check.PlannedCheck;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.format.TraceDocument;
import dev.baton.trace.format.WrittenTrace;
import java.util.Optional;

/**
 * A trace from a file, replayed.
 *
 * @param check of the protocol that it is a behaviour of: its file, name and system
 * @param property what it is evidence about, if about anything
 * @param written what stands in the file
 */
record LoadedTrace(PlannedCheck check, Optional<Property> property, Trace trace, WrittenTrace written) {

    /** To be told in any format. */
    TraceDocument document() {
        return new TraceDocument(
                check.system(),
                property,
                trace,
                check.file(),
                check.name(),
                written.header().engine());
    }
}
