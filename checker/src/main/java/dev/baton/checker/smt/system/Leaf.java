package dev.baton.checker.smt.system;

import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import java.math.BigInteger;

/**
 * A truth value or integer of a state: a variable, or the part of one.
 *
 * @param type BOOL, or a range, enumeration or index type
 * @param now its symbol in the state
 * @param next its symbol in the state after a step
 * @param initial its constant in the first state
 * @param values its bits are below this in every state (unsigned); at least 2
 */
public record Leaf(int number, Variable variable, Type type, Term now, Term next, Term initial, BigInteger values) {

    /** As in the protocol: {@code Host.got[1].seq}. */
    public String name() {
        return now.name();
    }
}
