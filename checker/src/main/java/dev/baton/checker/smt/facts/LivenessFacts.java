package dev.baton.checker.smt.facts;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.pdr.Enumerated;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.prove.Audit;
import dev.baton.checker.smt.prove.Recheck;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Proves liveness of systems with few states: that a {@link Monitor} of each binding does not count beyond a bound. The
 * bound is read off the reachable states; the invariant that shows it is learned from them, and checked. Where a
 * behaviour refutes a property by stopping, the same may still show that none does by going on, and then how far away
 * it stops.
 */
final class LivenessFacts {
    private static final int MOST_NODES = 300_000;
    private static final int MOST_EXAMPLES = 400_000;
    private static final int MOST_COUNT = 250;
    private static final int MOST_STRONG = 3;
    private static final long QUESTIONS = 30_000;
    private static final long FOR_AUDIT = 200_000;

    private final SymbolicSystem system;
    private final Interpreter interpreter;
    private final FairUnits fair;
    private final Exploration all;
    private final List<Term> known;
    private final Depths depths;
    private final BooleanSupplier cancelled;

    /**
     * Of a system.
     *
     * @param known holds in all reachable states; all of it together is inductive
     */
    LivenessFacts(
            SymbolicSystem system,
            Interpreter interpreter,
            Exploration all,
            List<Term> known,
            Depths depths,
            BooleanSupplier cancelled) {
        this.system = system;
        this.interpreter = interpreter;
        this.fair = interpreter.fairUnits();
        this.all = all;
        this.known = List.copyOf(known);
        this.depths = depths;
        this.cancelled = cancelled;
    }

    /** @param properties liveness alone */
    Facts of(List<Property> properties) {
        Map<Property, Guarantee.Proof> proved = new LinkedHashMap<>();
        List<Property> stopping = new ArrayList<>();
        for (Property property : properties) {
            Optional<Guarantee.Proof> proof = proof(property, true);
            proof.ifPresent(p -> proved.put(property, p));
            if (proof.isEmpty() && proof(property, false).isPresent()) {
                stopping.add(property);
            }
        }
        Facts whole = new Facts(known, proved);
        return stopping.isEmpty() ? whole : stopping(whole, stopping);
    }

    /** Of properties that only who stops refutes: how far away that is. */
    private Facts stopping(Facts whole, List<Property> properties) {
        Stops stops = new Stops(system, interpreter, properties);
        Optional<DistanceFacts.Distances<Property>> found = Exploration.of(stops.system(), MOST_NODES, cancelled)
                .flatMap(states ->
                        new DistanceFacts(stops.system(), states, known, depths, cancelled).of(stops.refuted()));
        return new Facts(
                whole.invariants(),
                whole.proved(),
                found.map(DistanceFacts.Distances::notWithin).orElse(Map.of()),
                new LinkedHashSet<>(properties),
                found.map(distances -> distances.nearby().without(stops::remembers)));
    }

    /** A bound that stands, and the clauses that show it. */
    record Bound(int count, int clauses) {}

    private Optional<Guarantee.Proof> proof(Property property, boolean stops) {
        if (fair.obligations().strong().cardinality() > MOST_STRONG) {
            return Optional.empty();
        }
        int count = 0;
        int clauses = 0;
        for (Monitor monitor : monitors(property)) {
            Optional<Bound> bound = bound(monitor, stops);
            if (bound.isEmpty()) {
                return Optional.empty();
            }
            count = Math.max(count, bound.get().count);
            clauses += bound.get().clauses;
        }
        return Optional.of(new Guarantee.Proof("k-liveness, k = " + count, OptionalInt.of(clauses)));
    }

    /** Those that together leave no way to refute a property. */
    List<Monitor> monitors(Property property) {
        List<Monitor> monitors = new ArrayList<>();
        for (Environment binding : interpreter.bindings(property.binders())) {
            for (BitSet able : choices(fair.obligations().strong())) {
                monitors.add(new Monitor(system, fair, property, binding, able));
            }
        }
        return monitors;
    }

    private static List<BitSet> choices(BitSet of) {
        List<BitSet> choices = new ArrayList<>(List.of(new BitSet()));
        of.stream().forEach(unit -> {
            for (BitSet choice : List.copyOf(choices)) {
                BitSet more = (BitSet) choice.clone();
                more.set(unit);
                choices.add(more);
            }
        });
        return choices;
    }

    private Optional<Bound> bound(Monitor monitor, boolean stops) {
        Optional<Ranks> ranks = Ranks.of(monitor, system, all, stops, MOST_NODES, cancelled);
        if (ranks.isEmpty() || ranks.get().most() > MOST_COUNT) {
            return Optional.empty();
        }
        int most = ranks.get().most();
        Monitor.Counting counting = monitor.counting(most, stops);
        List<long[]> examples = examples(ranks.get(), counting);
        if (examples.size() > MOST_EXAMPLES) {
            return Optional.empty();
        }
        Optional<List<Term>> found = invariant(counting, examples);
        return stops
                ? found.flatMap(clauses -> audited(counting, clauses, most))
                : found.filter(clauses -> confirmed(counting, clauses)).map(clauses -> new Bound(most, clauses.size()));
    }

    /** Wherever the monitor can be, with the highest count from which it does not get too far. */
    List<long[]> examples(Ranks ranks, Monitor.Counting counting) {
        int first = system.leaves().size();
        List<Leaf> extra = counting.extra();
        List<long[]> examples = new ArrayList<>();
        for (int node = 0; node < ranks.nodes().size() && examples.size() <= MOST_EXAMPLES; node++) {
            int[] at = ranks.nodes().get(node);
            long[] bits = Arrays.copyOf(all.states().get(at[0]), first + extra.size());
            for (int i = 0; i < extra.size() - 1; i++) {
                bits[first + i] = (long) at[1] >>> i & 1;
            }
            bits[first + extra.size() - 1] = (long) ranks.most() - ranks.ranks().get(node);
            examples.add(bits);
        }
        return examples;
    }

    Optional<List<Term>> invariant(Monitor.Counting counting, List<long[]> examples) {
        try (Session session = new Session(cancelled, QUESTIONS)) {
            Task task = new Task(counting.system(), session, known, counting.bad(), _ -> {});
            return Enumerated.counting(task, examples, counting.extra().getLast())
                                    .run()
                            instanceof Outcome.Proved proved
                    ? proved.invariant()
                    : Optional.empty();
        }
    }

    /** As {@link #audited}, but for what nobody tells how many clauses show it: that is quicker. */
    private boolean confirmed(Monitor.Counting counting, List<Term> found) {
        Set<Term> clauses = new LinkedHashSet<>(known);
        clauses.addAll(found);
        try (Session session = new Session(cancelled, FOR_AUDIT)) {
            return new Recheck(counting.system(), session).confirms(List.copyOf(clauses), counting.bad());
        } catch (StoppedException e) {
            return false;
        }
    }

    /** Whether an invariant stands a check by a solver of its own. */
    Optional<Bound> audited(Monitor.Counting counting, List<Term> found, int most) {
        Set<Term> clauses = new LinkedHashSet<>(known);
        clauses.addAll(found);
        try (Session session = new Session(cancelled, FOR_AUDIT)) {
            return new Audit(counting.system(), session, List.copyOf(clauses))
                    .of(counting.bad())
                    .map(needed -> new Bound(most, needed.clauses().size()));
        } catch (StoppedException e) {
            return Optional.empty();
        }
    }
}
