package dev.baton.checker.smt.prove;

import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.checker.process.ServiceProcess;
import dev.baton.checker.smt.induction.KInduction;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves properties one after the other, lemmas first; what was proved helps with what comes after. A property that
 * takes long is put off until the others have had their turn.
 */
public final class Prover {
    /** The first turn of a property takes this part of its time. */
    private static final int FIRST_TURN = 6;

    private final TransitionSystem system;
    private final Watch watch;
    private final Limits limits;
    private final List<Method> methods;
    private final Attempts attempts;
    private final ProofListener listener;
    private final SymbolicSystem symbolic;
    private final Replay replay;
    private final Means means;
    private final Map<Property, Term> lemmas = new LinkedHashMap<>();
    private final Set<Term> known = new LinkedHashSet<>();

    /** By property what attempts at its proof had learned, the last turn's. */
    private final Map<Property, List<Outcome.Learned>> learned = new HashMap<>();

    /** By property the methods that said that they can't decide it, and why. */
    private final Map<Property, Map<Method, String>> givenUp = new HashMap<>();

    private final Map<Property, Budget> budgets = new HashMap<>();

    /**
     * What proofs may take.
     *
     * @param timeout for each property, all together
     * @param memory what Z3 may take in this process
     * @param spacer where Spacer is asked
     */
    public record Limits(Duration timeout, MemoryLimit memory, ServiceProcess.Launch spacer) {}

    /**
     * Throws as {@link SymbolicSystem} does.
     *
     * @param methods those to try
     */
    public Prover(
            TransitionSystem system,
            Watch watch,
            Limits limits,
            List<Method> methods,
            Attempts attempts,
            ProofListener listener) {
        this.system = system;
        this.watch = watch;
        this.limits = limits;
        this.methods = List.copyOf(methods);
        this.attempts = attempts;
        this.listener = listener;
        this.symbolic = new SymbolicSystem(system, watch::cancelled);
        this.replay = new Replay(symbolic, new Interpreter(system));
        this.means = new Means(new ReachableStates(system), limits.spacer());
    }

    /** @param properties safety properties of the system */
    public Map<Property, Verdict> prove(List<Property> properties) {
        Map<Property, Verdict> verdicts = new LinkedHashMap<>();
        List<Property> open = new ArrayList<>(properties);
        open.sort(Comparator.comparing(p -> p.kind() != Property.Kind.LEMMA));
        for (Duration turn : List.of(limits.timeout().dividedBy(FIRST_TURN), limits.timeout())) {
            for (Property property : List.copyOf(open)) {
                Verdict verdict = watch.cancelled() ? new Verdict.Unknown("cancelled") : decide(property, turn);
                verdicts.put(property, verdict);
                if (!(verdict instanceof Verdict.Unknown)) {
                    open.remove(property);
                }
            }
        }
        for (Property property : open) {
            tellObstacle(property);
        }
        return verdicts;
    }

    /** @param turn so long at most */
    private Verdict decide(Property property, Duration turn) {
        Budget budget = budgets.computeIfAbsent(property, _ -> new Budget(limits.timeout()));
        budget.begin();
        Race race = new Race(
                system,
                (method, task) -> attempts.of(method, () -> method.run(task, means)),
                new Stop(watch, budget.search(turn), MemoryLimit.NONE),
                limits.memory(),
                (method, said) -> progress(property.name() + ": " + method.label() + ", " + said));
        Map<Method, String> earlier = givenUp.computeIfAbsent(property, _ -> new EnumMap<>(Method.class));
        List<Method> hopeful =
                methods.stream().filter(m -> !earlier.containsKey(m)).toList();
        Race.Result result = race.of(property, List.copyOf(known), hopeful);
        result.bugs().forEach((method, bug) -> listener.broken(property, method, bug));
        result.gaveUp().forEach(m -> earlier.put(m, result.undecided().getOrDefault(m, "")));
        learned.put(
                property,
                result.learned().stream()
                        .map(l -> new Outcome.Learned(symbolic.terms().imported(l.clause()), l.standing()))
                        .toList());
        Optional<Verdict> decided = result.winner().map(w -> verdict(property, w, result.took(), budget));
        budget.end();
        return decided.orElseGet(() -> new Verdict.Unknown(reason(earlier)));
    }

    private String reason(Map<Method, String> givenUp) {
        if (watch.cancelled()) {
            return "cancelled";
        }
        String said = methods.stream()
                .filter(givenUp::containsKey)
                .map(m -> m.label() + ": " + givenUp.get(m))
                .collect(Collectors.joining("; "));
        return (givenUp.keySet().containsAll(methods) ? "no method decides it" : "no method decided it in " + seconds())
                + (said.isEmpty() ? "" : " (" + said + ")");
    }

    private String seconds() {
        long millis = limits.timeout().toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private Verdict verdict(Property property, Race.Winner winner, Duration took, Budget budget) {
        return switch (winner.outcome()) {
            case Outcome.Proved proved -> proved(property, winner.method(), proved, took, budget);
            case Outcome.Refuted refuted -> refuted(property, winner.method(), refuted);
            case Outcome.Undecided undecided -> new Verdict.Unknown(undecided.reason());
        };
    }

    private Verdict refuted(Property property, Method method, Outcome.Refuted refuted) {
        try {
            return new Verdict.Violated(
                    Optional.of(replay.of(property, refuted.moves())), new Guarantee.Counterexample());
        } catch (IllegalStateException e) {
            listener.broken(property, method, e);
            return discarded(property, method, "the violation that it found is none");
        }
    }

    /** The others may still decide; it is not asked again. */
    private Verdict discarded(Property property, Method method, String why) {
        givenUp.computeIfAbsent(property, _ -> new EnumMap<>(Method.class)).put(method, why);
        return new Verdict.Unknown(method.label() + ": " + why);
    }

    private Verdict proved(Property property, Method method, Outcome.Proved proved, Duration took, Budget budget) {
        String how = method.label() + ", " + proved.measure();
        if (proved.invariant().isEmpty()) {
            return Verdict.Holds.of(new Guarantee.Proof(how, OptionalInt.empty()));
        }
        Set<Term> clauses = new LinkedHashSet<>(known);
        proved.invariant().get().stream().map(symbolic.terms()::imported).forEach(clauses::add);
        Term bad = symbolic.stateTarget(property);
        Stop stop = new Stop(watch, budget.everything(), limits.memory());
        Optional<Rests> found;
        try {
            found = Session.run(
                    stop,
                    session ->
                            Rests.of(symbolic, session, property, List.copyOf(clauses), new LinkedHashMap<>(lemmas)));
        } catch (StoppedException e) {
            return new Verdict.Unknown("the invariant that " + method.label() + " found was not checked: "
                    + stop.reason().orElse(e.reason()));
        }
        if (found.isEmpty()) {
            return discarded(property, method, "the invariant that it found does not stand a check");
        }
        Rests rests = found.get();
        known.addAll(rests.clauses());
        Term holds = symbolic.terms().not(bad);
        known.add(holds);
        lemmas.put(property, holds);
        listener.proved(new Proof(symbolic, property, how, took, rests.clauses(), rests.premises()));
        return Verdict.Holds.of(
                new Guarantee.Proof(how, OptionalInt.of(rests.clauses().size())));
    }

    private void tellObstacle(Property property) {
        if (watch.cancelled() || listener.equals(ProofListener.NOBODY)) {
            return;
        }
        Budget budget = budgets.computeIfAbsent(property, _ -> new Budget(limits.timeout()));
        budget.begin();
        try {
            Term bad = symbolic.stateTarget(property);
            Optional<KInduction.Obstacle> obstacle = Session.run(
                    new Stop(watch, budget.everything(), limits.memory()),
                    session ->
                            new KInduction(new Task(symbolic, session, List.copyOf(known), bad, _ -> {})).obstacle());
            obstacle.ifPresent(o -> listener.obstacle(Obstacle.of(
                    symbolic,
                    property,
                    o,
                    Blocking.of(
                            symbolic,
                            o.before(),
                            learned.getOrDefault(property, List.of()),
                            means.reachable().all(() -> true)))));
        } catch (StoppedException e) {
            // then it is not told
        }
        budget.end();
    }

    private void progress(String said) {
        watch.progress(new Watch.Progress(
                said,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty()));
    }
}
