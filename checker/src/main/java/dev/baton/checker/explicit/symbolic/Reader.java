package dev.baton.checker.explicit.symbolic;

import dev.baton.checker.explicit.encode.Val;
import dev.baton.model.expr.Variable;

/** What state variables are, as terms over the words of a state. */
@FunctionalInterface
public interface Reader {

    /** @param primed whether of the state after a step */
    Val read(Variable variable, boolean primed);
}
