package dev.baton.checker.smt.encode;

import dev.baton.model.expr.Variable;

/** What state variables are. */
@FunctionalInterface
public interface Reader {

    /** @param primed whether of the state after a step */
    Sym read(Variable variable, boolean primed);
}
