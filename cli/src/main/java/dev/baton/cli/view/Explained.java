package dev.baton.cli.view;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import dev.baton.trace.StateEntry;
import dev.baton.trace.Why;
import dev.baton.trace.why.WhyFinder;
import dev.baton.view.Commentary;
import dev.baton.view.Commentator;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Says of a counterexample where it comes from.
 *
 * @param cancelled whether nobody waits for it any more
 */
public record Explained(BooleanSupplier cancelled) implements Commentator {
    /** So many steps may be tried for it. */
    private static final int STEPS = 20_000;

    @Override
    public Commentary comment(Interpreter interpreter, Property property, Trace trace) {
        if (property.kind() == Property.Kind.COVER) {
            return Commentary.NONE;
        }
        Why why = WhyFinder.of(interpreter, property, trace, new Effort(STEPS, cancelled));
        Optional<Commentary.Slice> slice = why.steps().isEmpty()
                ? Optional.empty()
                : Optional.of(new Commentary.Slice(
                        why.steps(),
                        why.entries().stream().map(StateEntry::name).toList()));
        return new Commentary(slice, why.story());
    }
}
