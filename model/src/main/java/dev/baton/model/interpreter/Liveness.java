package dev.baton.model.interpreter;

import dev.baton.model.expr.Expr;
import dev.baton.model.system.Property;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides liveness properties on the whole graph of a system. */
final class Liveness {
    private final Interpreter interpreter;
    private final StateTable states;
    private final LassoFinder lassos;
    private final Runnable tick;

    Liveness(Interpreter interpreter, StateTable states, Graph graph, FairUnits units, Runnable tick) {
        this.interpreter = interpreter;
        this.states = states;
        this.lassos = new LassoFinder(graph, units, tick);
        this.tick = tick;
    }

    /** A fair behaviour on which a property does not hold, under the first binding of its binders that has one. */
    Optional<Trace> counterexample(Property property) {
        for (Environment binding : interpreter.bindings(property.binders())) {
            Optional<Lasso> lasso = lassos.find(refuting(property, binding));
            if (lasso.isPresent()) {
                List<State> path =
                        lasso.get().states().stream().map(states::get).toList();
                return Optional.of(interpreter
                        .replay(path, OptionalInt.of(lasso.get().loop()))
                        .orElseThrow());
            }
        }
        return Optional.empty();
    }

    private LassoQuery refuting(Property property, Environment binding) {
        BitSet all = new BitSet();
        all.set(0, states.size());
        BitSet left = where(property.left(), binding);
        BitSet never = minus(all, left);
        return switch (property.kind()) {
            case EVENTUALLY -> {
                BitSet first = new BitSet();
                first.set(0, never.get(0));
                yield new LassoQuery(first, never, all);
            }
            case ALWAYS_EVENTUALLY -> new LassoQuery(never, never, all);
            case EVENTUALLY_ALWAYS -> new LassoQuery(all, all, never);
            case LEADS_TO -> {
                BitSet without = minus(all, where(property.right().orElseThrow(), binding));
                left.and(without);
                yield new LassoQuery(left, without, all);
            }
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER ->
                throw new IllegalArgumentException(property.name() + " is no liveness property");
        };
    }

    /** The states in which a predicate holds. */
    private BitSet where(Expr predicate, Environment binding) {
        BitSet found = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            tick.run();
            found.set(i, interpreter.evaluator(states.get(i)).holds(predicate, binding));
        }
        return found;
    }

    private static BitSet minus(BitSet all, BitSet without) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(without);
        return rest;
    }
}
