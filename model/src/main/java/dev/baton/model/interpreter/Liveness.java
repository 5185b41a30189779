package dev.baton.model.interpreter;

import dev.baton.model.expr.Expr;
import dev.baton.model.fairness.Graph;
import dev.baton.model.fairness.Lasso;
import dev.baton.model.fairness.LassoFinder;
import dev.baton.model.fairness.LassoQuery;
import dev.baton.model.fairness.Obligations;
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

    Liveness(Interpreter interpreter, StateTable states, Graph graph, Obligations units, Runnable tick) {
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
        return LassoQuery.refuting(
                property.kind(),
                where(property.left(), binding),
                () -> where(property.right().orElseThrow(), binding),
                states.size(),
                0);
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
}
