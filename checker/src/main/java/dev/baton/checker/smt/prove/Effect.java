package dev.baton.checker.smt.prove;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;

/** What a fault makes of a variable. */
record Effect(Action fault, Variable variable) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Effect effect
                && effect.fault.name().equals(fault.name())
                && effect.variable.equals(variable);
    }

    @Override
    public int hashCode() {
        return fault.name().hashCode() * 31 + variable.hashCode();
    }
}
