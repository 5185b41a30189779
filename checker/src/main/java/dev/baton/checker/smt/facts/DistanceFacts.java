package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.pdr.Enumerated;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.prove.Recheck;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.TermProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Proves that what is far away is not nearer than it is. How far it is is read off the reachable states, and so are
 * clauses that a {@link Countdown} keeps; neither is believed. The solver checks the clauses and, from them, that no
 * state within so many steps is bad: one step a question, however many steps there are.
 */
final class DistanceFacts {
    /** Of more it would take long to learn from them. */
    private static final int MOST_STATES = 50_000;

    private static final long QUESTIONS = 60_000;
    private static final long FOR_CHECK = 200_000;

    private final SymbolicSystem system;
    private final Exploration all;
    private final List<Term> known;
    private final Depths depths;
    private final BooleanSupplier cancelled;

    /** @param known holds in all reachable states; all of it together is inductive */
    DistanceFacts(SymbolicSystem system, Exploration all, List<Term> known, Depths depths, BooleanSupplier cancelled) {
        this.system = system;
        this.all = all;
        this.known = List.copyOf(known);
        this.depths = depths;
        this.cancelled = cancelled;
    }

    /**
     * What was shown.
     *
     * @param notWithin no state so many steps away, or fewer, is bad
     */
    record Distances<K>(Map<K, Integer> notWithin, Nearby nearby) {}

    /**
     * Of bad states that are farther away than where somebody has looked, or not reachable at all.
     *
     * @param bad each by what its bad states mean
     */
    <K> Optional<Distances<K>> of(Map<K, Term> bad) {
        Map<K, Integer> notWithin = claimed(bad);
        if (notWithin.isEmpty() || all.states().size() > MOST_STATES) {
            return Optional.empty();
        }
        int most = notWithin.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        Countdown countdown = new Countdown(system, most + 1);
        List<Term> nearBad = new ArrayList<>();
        notWithin.forEach((key, steps) -> nearBad.add(countdown.within(steps, term(bad, key))));
        Term anyBad = system.terms().any(nearBad);
        return learned(countdown, anyBad)
                .filter(clauses -> confirmed(countdown, clauses, anyBad))
                .map(clauses -> new Distances<>(notWithin, countdown.nearby(clauses)));
    }

    private static <K> Term term(Map<K, Term> bad, K key) {
        return Optional.ofNullable(bad.get(key)).orElseThrow();
    }

    /** Within how many steps the reachable states have none that is bad. */
    private <K> Map<K, Integer> claimed(Map<K, Term> bad) {
        TermProgram program = new TermProgram(
                List.copyOf(bad.values()), symbol -> system.leaf(symbol).number());
        Map<K, Term> open = new LinkedHashMap<>(bad);
        Map<K, Integer> found = new LinkedHashMap<>();
        for (int state = 0; state < all.states().size() && !open.isEmpty(); state++) {
            int before = Math.min(all.distance(state) - 1, depths.most());
            program.run(all.states().get(state));
            open.entrySet().removeIf(entry -> {
                boolean here = program.isTrue(program.place(entry.getValue()));
                if (here && before > depths.looked()) {
                    found.put(entry.getKey(), before);
                }
                return here;
            });
        }
        if (depths.most() > depths.looked()) {
            open.keySet().forEach(key -> found.put(key, depths.most()));
        }
        return found;
    }

    Optional<List<Term>> learned(Countdown countdown, Term bad) {
        List<long[]> examples = new ArrayList<>();
        for (int state = 0; state < all.states().size(); state++) {
            examples.add(countdown.at(all.states().get(state), all.distance(state)));
        }
        try (Session session = new Session(cancelled, QUESTIONS)) {
            Task task = new Task(countdown.system(), session, known, bad, _ -> {});
            return Enumerated.counting(task, examples, countdown.left()).run() instanceof Outcome.Proved proved
                    ? proved.invariant()
                    : Optional.empty();
        }
    }

    /** Whether clauses stand a check by a solver of its own. */
    boolean confirmed(Countdown countdown, List<Term> found, Term bad) {
        Set<Term> clauses = new LinkedHashSet<>(known);
        clauses.addAll(found);
        try (Session session = new Session(cancelled, FOR_CHECK)) {
            return new Recheck(countdown.system(), session).confirms(List.copyOf(clauses), bad);
        } catch (StoppedException e) {
            return false;
        }
    }
}
