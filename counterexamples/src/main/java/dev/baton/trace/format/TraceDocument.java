package dev.baton.trace.format;

import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.Why;
import java.util.Optional;

/**
 * A trace with what must be known to tell it.
 *
 * @param property what it is evidence about; absent for a behaviour that is just one
 * @param file the protocol's file, as given on the command line
 * @param check whose parameters the system has
 * @param engine who found it, if that is known
 * @param why where the violation comes from, as far as that was found out
 */
public record TraceDocument(
        TransitionSystem system,
        Optional<Property> property,
        Trace trace,
        String file,
        String check,
        Optional<String> engine,
        Why why) {

    /** Of which nothing is known but what it is. */
    public TraceDocument(
            TransitionSystem system,
            Optional<Property> property,
            Trace trace,
            String file,
            String check,
            Optional<String> engine) {
        this(system, property, trace, file, check, engine, Why.NOTHING);
    }

    /** {@code violated}, or of a cover {@code holds}; empty without a property. */
    public Optional<String> verdict() {
        return property.map(p -> p.kind() == Property.Kind.COVER ? "holds" : "violated");
    }

    /** {@code NoneLost is violated (invariant) after 12 steps}. */
    public String title() {
        String length = length();
        return property.map(p -> p.name() + (p.kind() == Property.Kind.COVER ? " is reached" : " is violated") + " ("
                        + p.kind().word() + ") after " + length)
                .orElseGet(() -> "a behaviour of " + length);
    }

    private String length() {
        int steps = trace.steps().size();
        if (trace.loop().isEmpty()) {
            return counted(steps);
        }
        int loop = trace.loop().getAsInt();
        return loop == steps
                ? counted(steps) + ", where it stops"
                : counted(loop) + " and " + counted(steps - loop) + " that can repeat for ever";
    }

    private static String counted(int steps) {
        return steps + (steps == 1 ? " step" : " steps");
    }
}
