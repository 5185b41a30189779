package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A way to a violation is believed only where the interpreter can go it. */
final class Replay {
    private final SymbolicSystem symbolic;
    private final Interpreter interpreter;

    Replay(SymbolicSystem symbolic, Interpreter interpreter) {
        this.symbolic = symbolic;
        this.interpreter = interpreter;
    }

    /** @throws IllegalStateException if the interpreter sees no violation there */
    Trace of(Property property, List<Move> moves) {
        List<State> states = new ArrayList<>(List.of(interpreter.initial()));
        long[] bits = symbolic.bits(interpreter.initial());
        for (Move foreign : moves) {
            bits = after(bits, symbolic.moves().get(foreign.number()));
            states.add(state(bits));
        }
        if (property.kind() == Property.Kind.STEP) {
            violatingStep(property, bits).ifPresent(states::add);
        }
        return interpreter
                .replay(states, OptionalInt.empty())
                .filter(trace -> interpreter.shows(property, trace))
                .orElseThrow(() ->
                        new IllegalStateException("the interpreter does not see the violation of " + property.name()));
    }

    private long[] after(long[] bits, Move move) {
        Valuation valuation = new Valuation(symbol -> bits[symbolic.leaf(symbol).number()]);
        long[] next = bits.clone();
        move.changes().forEach((leaf, value) -> next[leaf] = valuation.bits(value));
        return next;
    }

    private State state(long[] bits) {
        return symbolic.state(symbol -> bits[symbolic.leaf(symbol).number()]);
    }

    private Optional<State> violatingStep(Property property, long[] bits) {
        State before = state(bits);
        return interpreter.successors(before).stream()
                .map(step -> step.after())
                .filter(after -> !after.equals(before)
                        && !interpreter.evaluator(before, after).holds(property.left(), Environment.EMPTY))
                .findFirst();
    }
}
