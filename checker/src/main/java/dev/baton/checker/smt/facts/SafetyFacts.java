package dev.baton.checker.smt.facts;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.pdr.Enumerated;
import dev.baton.checker.smt.pdr.Pdr;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.prove.Audit;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.TermProgram;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Proves what it can of the properties that states and steps decide: by IC3, each alone; what is then left, and true of
 * all reachable states, all at once by clauses that these satisfy; of what is not, how far away it is.
 */
final class SafetyFacts {
    private static final long FOR_IC3 = 3_000;
    private static final long FOR_STATES = 30_000;
    private static final long FOR_AUDIT = 200_000;

    private final SymbolicSystem system;
    private final BooleanSupplier cancelled;
    private final Map<Property, Term> open = new LinkedHashMap<>();
    private final Map<Property, Term> refuted = new LinkedHashMap<>();
    private final Set<Term> known = new LinkedHashSet<>();
    private final Map<Property, Guarantee.Proof> proved = new LinkedHashMap<>();

    SafetyFacts(SymbolicSystem system, BooleanSupplier cancelled) {
        this.system = system;
        this.cancelled = cancelled;
    }

    /**
     * What IC3 proves with few questions.
     *
     * @param properties no liveness
     */
    Facts quick(List<Property> properties) {
        properties.stream()
                .sorted(Comparator.comparing(p -> p.kind() != Property.Kind.LEMMA))
                .forEach(p -> open.put(p, system.stateTarget(p)));
        for (Map.Entry<Property, Term> each : List.copyOf(open.entrySet())) {
            if (each.getKey().kind() == Property.Kind.LEMMA && inductive(each.getKey(), each.getValue())) {
                open.remove(each.getKey());
                continue;
            }
            Outcome outcome = attempt(FOR_IC3, each.getValue(), task -> new Pdr(task, false).run());
            switch (outcome) {
                case Outcome.Proved found -> {
                    String how = each.getValue().isFalse() ? found.measure() : "IC3, " + found.measure();
                    if (accept(how, found, Map.of(each.getKey(), each.getValue()))) {
                        open.remove(each.getKey());
                    }
                }
                // the bounded search finds a shortest one
                case Outcome.Refuted _ -> {
                    open.remove(each.getKey());
                    refuted.put(each.getKey(), each.getValue());
                }
                case Outcome.Undecided _ -> {}
            }
        }
        return all();
    }

    /** Whether a lemma needs no more than what is known already, as whoever wrote it may have meant. */
    private boolean inductive(Property lemma, Term bad) {
        Outcome.Proved itself =
                new Outcome.Proved(Optional.of(List.of(system.terms().not(bad))), "k = 1");
        return accept("k-induction, k = 1", itself, Map.of(lemma, bad));
    }

    /** After {@link #quick}: whether there is a property of which {@link #holding} and {@link #far} may tell more. */
    boolean isOpen() {
        return !open.isEmpty() || !refuted.isEmpty();
    }

    /** After {@link #holding}: how far away what does not hold is. */
    Facts far(Exploration all, Depths depths) {
        return new DistanceFacts(system, all, known(), depths, cancelled)
                .of(refuted)
                .map(found ->
                        new Facts(List.copyOf(known), proved, found.notWithin(), Set.of(), Optional.of(found.nearby())))
                .orElseGet(this::all);
    }

    /** What was proved so far. */
    Facts all() {
        return new Facts(List.copyOf(known), proved);
    }

    /** After {@link #quick}: proves what is true of all reachable states. */
    void holding(Exploration all) {
        if (open.isEmpty()) {
            return;
        }
        TermProgram program = new TermProgram(
                List.copyOf(open.values()), symbol -> system.leaf(symbol).number());
        Map<Property, Term> holding = new LinkedHashMap<>(open);
        for (long[] state : all.states()) {
            program.run(state);
            holding.values().removeIf(bad -> program.isTrue(program.place(bad)));
        }
        open.forEach((property, bad) -> {
            if (!holding.containsKey(property)) {
                refuted.put(property, bad);
            }
        });
        if (holding.isEmpty()) {
            return;
        }
        Term bad = system.terms().any(List.copyOf(holding.values()));
        Outcome outcome =
                attempt(FOR_STATES, bad, task -> new Enumerated(task, all.states(), SafetyFacts::noWay).run());
        if (outcome instanceof Outcome.Proved found) {
            accept(all.states().size() + " states", found, holding);
        }
    }

    private static List<long[]> noWay(int state) {
        throw new IllegalStateException("state " + state + " is bad, and was not when it was looked at");
    }

    private Outcome attempt(long questions, Term bad, Function<Task, Outcome> method) {
        if (bad.isFalse()) {
            return new Outcome.Proved(Optional.of(List.of()), "no state is bad");
        }
        try (Session session = new Session(cancelled, questions)) {
            return method.apply(new Task(system, session, List.copyOf(known), bad, _ -> {}));
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        }
    }

    /** Whether an invariant stands a check by a solver of its own; then it is known. */
    private boolean accept(String how, Outcome.Proved found, Map<Property, Term> bad) {
        Set<Term> clauses = new LinkedHashSet<>(known);
        clauses.addAll(found.invariant().orElse(List.of()));
        List<Term> all = List.copyOf(clauses);
        try (Session session = new Session(cancelled, FOR_AUDIT)) {
            Audit audit = new Audit(system, session, all);
            Optional<Audit.Needed> needed = audit.of(system.terms().any(List.copyOf(bad.values())));
            if (needed.isEmpty()) {
                return false;
            }
            known.addAll(needed.get().clauses());
            bad.forEach((property, term) -> {
                known.add(system.terms().not(term));
                proved.put(
                        property,
                        new Guarantee.Proof(
                                how, OptionalInt.of(needed.get().clauses().size())));
            });
            return true;
        } catch (StoppedException e) {
            return false;
        }
    }

    /** The invariants so far. */
    List<Term> known() {
        return new ArrayList<>(known);
    }
}
