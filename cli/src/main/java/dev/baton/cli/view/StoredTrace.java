package dev.baton.cli.view;

import dev.baton.cli.check.UsageException;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import java.util.Map;
import java.util.Optional;

/** A trace as a file holds it: what it says of its origin, and steps that are still to be replayed. */
public interface StoredTrace {

    /** What the file says of where it is from. */
    Origin origin();

    /**
     * The same as a behaviour of a system.
     *
     * @throws UsageException if it is none
     */
    Trace replayed(Interpreter interpreter);

    /**
     * A claim of the file, not more.
     *
     * @param file the protocol's, as whoever wrote the trace called it
     */
    record Origin(
            Optional<String> file,
            Optional<String> check,
            Map<String, Integer> parameters,
            Optional<String> property,
            Optional<String> engine) {}
}
