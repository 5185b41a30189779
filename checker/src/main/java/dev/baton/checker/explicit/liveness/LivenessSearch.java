package dev.baton.checker.explicit.liveness;

import dev.baton.checker.Watch;
import dev.baton.checker.explicit.emit.SystemEmitter;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Predicate;
import dev.baton.checker.explicit.program.Unroll;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.ReachableStates;
import dev.baton.model.expr.Binder;
import dev.baton.model.fairness.Graph;
import dev.baton.model.fairness.Lasso;
import dev.baton.model.fairness.LassoFinder;
import dev.baton.model.fairness.LassoQuery;
import dev.baton.model.fairness.Obligations;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Decides liveness on the graph of all reachable states. The graph is made for the first property asked, and its
 * strongly connected components are looked at for each: no automaton is built, so many fairness constraints cost no
 * more than few.
 */
public final class LivenessSearch {
    private static final int STATES_A_QUESTION = 1 << 12;

    private final Interpreter interpreter;
    private final Layout layout;
    private final CompiledSystem system;
    private final ReachableStates states;
    private final Watch watch;
    private final List<BitSet> units;
    private final Obligations obligations;
    private Optional<Graph> graph = Optional.empty();
    private long ticks;

    /** @param states all that are reachable, numbered */
    public LivenessSearch(
            Interpreter interpreter,
            Layout layout,
            CompiledSystem system,
            List<Instance> instances,
            ReachableStates states,
            Watch watch) {
        this.interpreter = interpreter;
        this.layout = layout;
        this.system = system;
        this.states = states;
        this.watch = watch;
        FairUnits fair = interpreter.fairUnits();
        this.units =
                instances.stream().map(i -> fair.of(i.action(), i.arguments())).toList();
        this.obligations = fair.obligations();
    }

    /** A fair behaviour without the property, under the first binding of its binders that has one. */
    public LivenessAnswer decide(Property property) {
        try {
            if (states.size() >= Integer.MAX_VALUE) {
                throw new CancelledException("liveness: more than " + Integer.MAX_VALUE + " states");
            }
            Graph whole = graph();
            for (Environment binding : interpreter.bindings(property.binders())) {
                Optional<Lasso> lasso =
                        new LassoFinder(whole, obligations, this::tick).find(query(property, binding, whole.size()));
                if (lasso.isPresent()) {
                    return new LivenessAnswer.Violated(
                            lasso.get().states().stream().map(this::state).toList(),
                            lasso.get().loop());
                }
            }
            return new LivenessAnswer.Holds();
        } catch (CancelledException e) {
            return new LivenessAnswer.Undecided(String.valueOf(e.getMessage()));
        }
    }

    private Graph graph() {
        if (graph.isEmpty()) {
            graph = Optional.of(GraphBuilder.build(system, states, units, g -> {
                tick();
                if (ticks % STATES_A_QUESTION == 0) {
                    requireRoom(g);
                }
            }));
        }
        return graph.get();
    }

    /** The graph is on the heap, and what looks for cycles needs some forty bytes a state beside it. */
    private void requireRoom(Graph growing) {
        long more = growing.size() == 0 ? 0 : growing.bytes() / growing.size() * states.size();
        long need = more + 40 * states.size();
        long most = Runtime.getRuntime().maxMemory() / 5 * 4;
        if (need > most) {
            throw new CancelledException("memory: the graph of " + states.size() + " states needs " + (need >> 20)
                    + " MB of heap, and there are " + (most >> 20));
        }
    }

    private void tick() {
        ticks++;
        if (ticks % STATES_A_QUESTION == 0) {
            if (watch.cancelled()) {
                throw new CancelledException("cancelled");
            }
            watch.progress(new Watch.Progress(
                    "liveness",
                    OptionalLong.of(states.size()),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalDouble.empty()));
        }
    }

    private LassoQuery query(Property property, Environment binding, int size) {
        List<Predicate.Local> locals = new ArrayList<>();
        for (Binder binder : property.binders()) {
            locals.add(new Predicate.Local(binder.name(), binder.type(), binding.get(binder.name())));
        }
        List<Predicate> predicates = new ArrayList<>();
        predicates.add(new Predicate(property.left(), false, locals));
        property.right().ifPresent(right -> predicates.add(new Predicate(right, false, locals)));
        List<BitSet> where = where(predicates);
        int initial = graph().initial();
        return LassoQuery.refuting(property.kind(), where.getFirst(), where::getLast, size, initial);
    }

    /** The states in which each predicate holds. */
    private List<BitSet> where(List<Predicate> predicates) {
        CompiledSystem compiled =
                SystemEmitter.load(Unroll.predicates(interpreter.system(), layout, interpreter.initial(), predicates));
        List<BitSet> found = new ArrayList<>();
        predicates.forEach(_ -> found.add(new BitSet()));
        states.forEach((number, state, at) -> {
            tick();
            long holds = compiled.decided(state, at);
            for (int i = 0; i < found.size(); i++) {
                if ((holds >>> i & 1) != 0) {
                    found.get(i).set((int) number);
                }
            }
        });
        return found;
    }

    private long[] state(int number) {
        long[] words = new long[states.words()];
        states.get(number, words, 0);
        return words;
    }
}
