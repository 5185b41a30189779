package dev.baton.checker.smt.prove;

import dev.baton.model.expr.Expr;
import dev.baton.model.system.Action;
import dev.baton.model.system.ErrorSite;
import java.util.Optional;

/**
 * Something that a step of a kind is taken under: a part of an action's guard, that a parameter is of its domain, or
 * how one of its checks comes out. All moves of the action have it.
 *
 * @param number of all of a system's
 * @param expr what is asked, over the state before and the action's parameters and lets
 * @param check the site of the check that it is; empty if it is none
 */
record Condition(int number, Action action, Expr expr, Optional<ErrorSite> check) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && condition.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
