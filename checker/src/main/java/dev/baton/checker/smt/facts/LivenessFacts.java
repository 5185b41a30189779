package dev.baton.checker.smt.facts;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.pdr.Enumerated;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.prove.Audit;
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
 * bound is read off the reachable states; the invariant that shows it is learned from them, and checked.
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
            BooleanSupplier cancelled) {
        this.system = system;
        this.interpreter = interpreter;
        this.fair = interpreter.fairUnits();
        this.all = all;
        this.known = List.copyOf(known);
        this.cancelled = cancelled;
    }

    /** @param properties liveness alone */
    Facts of(List<Property> properties) {
        Map<Property, Guarantee.Proof> proved = new LinkedHashMap<>();
        for (Property property : properties) {
            proof(property).ifPresent(proof -> proved.put(property, proof));
        }
        return new Facts(known, proved);
    }

    /** A bound that stands, and the clauses that show it. */
    record Bound(int count, int clauses) {}

    private Optional<Guarantee.Proof> proof(Property property) {
        if (fair.obligations().strong().cardinality() > MOST_STRONG) {
            return Optional.empty();
        }
        int count = 0;
        int clauses = 0;
        for (Monitor monitor : monitors(property)) {
            Optional<Bound> bound = bound(monitor);
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

    private Optional<Bound> bound(Monitor monitor) {
        Optional<Ranks> ranks = Ranks.of(monitor, system, all, MOST_NODES, cancelled);
        if (ranks.isEmpty() || ranks.get().most() > MOST_COUNT) {
            return Optional.empty();
        }
        int most = ranks.get().most();
        Monitor.Counting counting = monitor.counting(most);
        List<long[]> examples = examples(ranks.get(), counting);
        if (examples.size() > MOST_EXAMPLES) {
            return Optional.empty();
        }
        return invariant(counting, examples).flatMap(found -> audited(counting, found, most));
    }

    /** Wherever the monitor can be, with every count from which it does not get too far. */
    List<long[]> examples(Ranks ranks, Monitor.Counting counting) {
        int first = system.leaves().size();
        List<Leaf> extra = counting.extra();
        List<long[]> examples = new ArrayList<>();
        for (int node = 0; node < ranks.nodes().size() && examples.size() <= MOST_EXAMPLES; node++) {
            int[] at = ranks.nodes().get(node);
            for (int count = 0; count <= ranks.most() - ranks.ranks().get(node); count++) {
                long[] bits = Arrays.copyOf(all.states().get(at[0]), first + extra.size());
                for (int i = 0; i < extra.size() - 1; i++) {
                    bits[first + i] = (long) at[1] >>> i & 1;
                }
                bits[first + extra.size() - 1] = count;
                examples.add(bits);
            }
        }
        return examples;
    }

    Optional<List<Term>> invariant(Monitor.Counting counting, List<long[]> examples) {
        try (Session session = new Session(cancelled, QUESTIONS)) {
            Task task = new Task(counting.system(), session, known, counting.bad(), _ -> {});
            return new Enumerated(task, examples, LivenessFacts::noWay).run() instanceof Outcome.Proved proved
                    ? proved.invariant()
                    : Optional.empty();
        }
    }

    private static List<long[]> noWay(int state) {
        throw new IllegalStateException("state " + state + " counts too far, and was not thought to");
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
