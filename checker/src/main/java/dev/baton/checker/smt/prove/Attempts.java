package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.proof.Outcome;
import java.util.function.Supplier;

/** What stands between a race and its methods: whoever wants to see a method fail makes it fail here. */
@FunctionalInterface
public interface Attempts {
    /** Every method does what it can. */
    Attempts OWN = (_, own) -> own.get();

    /**
     * What becomes of a method that is let loose on a property, in the method's own thread.
     *
     * @param own what the method itself makes of it
     */
    Outcome of(Method method, Supplier<Outcome> own);
}
