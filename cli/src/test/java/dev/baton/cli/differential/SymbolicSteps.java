package dev.baton.cli.differential;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Formulas of a system, with every symbol known, beside the interpreter: state by state, without a solver. */
final class SymbolicSteps {
    private final TransitionSystem system;
    private final Interpreter interpreter;
    private final SymbolicSystem symbolic;
    private final List<String> differences = new ArrayList<>();

    private SymbolicSteps(TransitionSystem system) {
        this.system = system;
        this.interpreter = new Interpreter(system);
        this.symbolic = new SymbolicSystem(system, () -> false);
    }

    /** What differs in the first states, breadth first. Empty too if it is too large to be written as formulas. */
    static List<String> differences(TransitionSystem system, int states) {
        SymbolicSteps steps;
        try {
            steps = new SymbolicSteps(system);
        } catch (TooLargeException e) {
            return List.of();
        }
        steps.compare(states);
        return steps.differences;
    }

    private void compare(int states) {
        State first = interpreter.initial();
        for (Leaf leaf : symbolic.leaves()) {
            same("initial " + leaf.name(), leaf.initial().value(), symbolic.bits(first)[leaf.number()]);
        }
        Set<State> seen = new LinkedHashSet<>(Set.of(first));
        Deque<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && differences.size() < 5) {
            State state = open.remove();
            Set<State> after = new LinkedHashSet<>();
            interpreter.successors(state).stream().map(Step::after).forEach(after::add);
            long[] bits = symbolic.bits(state);
            ToLongFunction<Term> now = symbol -> bits[symbolic.leaf(symbol).number()];
            same("state", state, symbolic.state(now));
            Valuation valuation = new Valuation(now);
            same("well formed", true, valuation.isTrue(symbolic.wellFormed()));
            same(
                    "may stop",
                    interpreter.stopped(state) || interpreter.terminal(state),
                    valuation.isTrue(symbolic.mayStop()));
            for (Property property : system.properties()) {
                if (property.kind().stateInvariant() || property.kind() == Property.Kind.COVER) {
                    boolean wanted = property.kind() == Property.Kind.COVER;
                    same(
                            property.name(),
                            interpreter.holds(property.left(), state) == wanted,
                            valuation.isTrue(symbolic.target(property)));
                }
            }
            same("successors of " + state, after, successors(bits, valuation));
            for (State next : after) {
                if (seen.size() < states && seen.add(next)) {
                    open.add(next);
                }
            }
        }
    }

    private Set<State> successors(long[] bits, Valuation valuation) {
        Set<State> after = new LinkedHashSet<>();
        for (Move move : symbolic.moves()) {
            if (valuation.isTrue(move.guard())) {
                long[] next = bits.clone();
                move.changes().forEach((leaf, value) -> next[leaf] = valuation.bits(value));
                after.add(symbolic.state(symbol -> next[symbolic.leaf(symbol).number()]));
            }
        }
        return after;
    }

    private void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(what + ": " + expected + " by the interpreter, " + actual + " by the formulas");
        }
    }
}
