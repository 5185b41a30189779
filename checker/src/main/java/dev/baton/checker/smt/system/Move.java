package dev.baton.checker.smt.system;

import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Action;
import dev.baton.model.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An action under one binding of its parameters, with all its checks holding, or with one that is the first not to.
 *
 * @param arguments one for each parameter of the action
 * @param guard over the state before; if it holds the step can be taken
 * @param changes by the number of the leaf: its value in the state after, over the state before; others keep theirs
 * @param held how many of the action's checks hold, from the first on: all, or all before the one that does not
 * @param site the error site of the check that does not hold; empty if all hold
 */
public record Move(
        int number,
        Action action,
        List<Value> arguments,
        Term guard,
        SortedMap<Integer, Term> changes,
        int held,
        OptionalInt site) {

    public Move {
        arguments = List.copyOf(arguments);
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** As traces call it: {@code sender_send(Host(1))}. */
    public String label() {
        String name = action.name()
                + (arguments.isEmpty()
                        ? ""
                        : arguments.toString().replace('[', '(').replace(']', ')'));
        return site.isPresent() ? name + " fails" : name;
    }
}
