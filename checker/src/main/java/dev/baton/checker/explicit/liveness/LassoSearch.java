package dev.baton.checker.explicit.liveness;

import dev.baton.checker.Watch;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.NumberedStates;
import dev.baton.model.fairness.Graph;
import dev.baton.model.fairness.Lasso;
import dev.baton.model.fairness.LassoFinder;
import dev.baton.model.fairness.LassoQuery;
import dev.baton.model.system.Property;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Looks for fair behaviours that refute liveness and keep to some states. The graph of those is made for the first
 * property asked, and its strongly connected components are looked at for each: no automaton is built, so many fairness
 * constraints cost no more than few.
 *
 * <p>What is found is a behaviour of the system, whichever the states are: all steps of each are known. What is not
 * found is not there if the states are all that are reachable.
 */
public final class LassoSearch {
    private static final int STATES_A_QUESTION = 1 << 12;

    /** Bytes a state that looking for cycles takes at most, beside the graph. */
    private static final int BYTES_BESIDE = 36;

    private final LivenessSystem system;
    private final NumberedStates states;
    private final String phase;
    private final Watch watch;
    private Optional<Graph> graph = Optional.empty();
    private long ticks;

    /**
     * @param states numbered ones
     * @param phase what the watch is told that this is
     */
    public LassoSearch(LivenessSystem system, NumberedStates states, String phase, Watch watch) {
        this.system = system;
        this.states = states;
        this.phase = phase;
        this.watch = watch;
    }

    /** A fair behaviour without the property, under the first binding of its binders that has one. */
    public LivenessAnswer find(Property property) {
        if (states.size() == 0) {
            return new LivenessAnswer.NoLasso();
        }
        try {
            Graph all = graph();
            for (CompiledSystem predicates : system.predicates(property)) {
                Optional<Lasso> lasso =
                        new LassoFinder(all, system.obligations(), this::tick).find(query(property, predicates, all));
                if (lasso.isPresent()) {
                    return new LivenessAnswer.Violated(
                            lasso.get().states().stream().map(this::state).toList(),
                            lasso.get().loop());
                }
            }
            return new LivenessAnswer.NoLasso();
        } catch (GivenUpException e) {
            return e.answer();
        } catch (OutOfMemoryError e) {
            graph = Optional.empty();
            return new LivenessAnswer.TooLarge(
                    "memory: the graph of " + states.size() + " states needs more heap than there is");
        }
    }

    private Graph graph() {
        if (states.size() >= Integer.MAX_VALUE) {
            throw new GivenUpException(
                    new LivenessAnswer.TooLarge("liveness: more than " + Integer.MAX_VALUE + " states"));
        }
        if (graph.isEmpty()) {
            graph = Optional.of(GraphBuilder.build(system.compiled(), states, system.units(), g -> {
                tick();
                if (ticks % STATES_A_QUESTION == 0) {
                    requireRoom(g);
                }
            }));
        }
        return graph.get();
    }

    private void requireRoom(Graph growing) {
        long soon =
                growing.edges() + (long) STATES_A_QUESTION * system.compiled().mostSuccessors();
        if (soon > Integer.MAX_VALUE) {
            throw new GivenUpException(
                    new LivenessAnswer.TooLarge("liveness: more than " + growing.edges() + " steps between states"));
        }
        long more = growing.size() == 0 ? 0 : growing.bytes() / growing.size() * states.size();
        long need = more + BYTES_BESIDE * states.size();
        long most = Runtime.getRuntime().maxMemory() / 5 * 4;
        if (need > most) {
            throw new GivenUpException(new LivenessAnswer.TooLarge("memory: the graph of " + states.size()
                    + " states needs " + (need >> 20) + " MB of heap, and there are " + (most >> 20)));
        }
    }

    private void tick() {
        ticks++;
        if (ticks % STATES_A_QUESTION == 0) {
            if (watch.cancelled()) {
                throw new GivenUpException(new LivenessAnswer.Cancelled());
            }
            watch.progress(new Watch.Progress(
                    phase,
                    OptionalLong.of(states.size()),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalDouble.empty()));
        }
    }

    private LassoQuery query(Property property, CompiledSystem predicates, Graph all) {
        List<BitSet> where = Stream.generate(BitSet::new).limit(2).toList();
        states.forEach((number, state, at) -> {
            tick();
            long holds = predicates.decided(state, at);
            for (int i = 0; i < where.size(); i++) {
                if ((holds >>> i & 1) != 0) {
                    where.get(i).set((int) number);
                }
            }
        });
        return LassoQuery.refuting(property.kind(), where.getFirst(), where::getLast, all.size(), all.initial());
    }

    private long[] state(int number) {
        long[] words = new long[states.words()];
        states.get(number, words, 0);
        return words;
    }
}
