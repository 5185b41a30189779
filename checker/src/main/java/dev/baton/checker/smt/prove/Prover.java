package dev.baton.checker.smt.prove;

import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.induction.KInduction;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Proves properties one after the other, lemmas first; what was proved helps with what comes after. A property that
 * takes long is put off until the others have had their turn.
 */
public final class Prover {
    /** The first turn of a property takes this part of its time. */
    private static final int FIRST_TURN = 6;

    /** Most time to look for what stands in the way of a proof. */
    private static final Duration OBSTACLE = Duration.ofSeconds(10);

    private final TransitionSystem system;
    private final Watch watch;
    private final Duration timeout;
    private final List<Method> methods;
    private final ProofListener listener;
    private final Interpreter interpreter;
    private final SymbolicSystem symbolic;
    private final ReachableStates reachable;
    private final Map<Property, Term> lemmas = new LinkedHashMap<>();
    private final Set<Term> known = new LinkedHashSet<>();

    /** By property what attempts at its proof had learned, the last turn's. */
    private final Map<Property, List<Outcome.Learned>> learned = new HashMap<>();

    /** By property the methods that said that they can't decide it, and why. */
    private final Map<Property, Map<Method, String>> givenUp = new HashMap<>();

    /**
     * Throws as {@link SymbolicSystem} does.
     *
     * @param timeout for each property
     * @param methods those to try
     */
    public Prover(
            TransitionSystem system, Watch watch, Duration timeout, List<Method> methods, ProofListener listener) {
        this.system = system;
        this.watch = watch;
        this.timeout = timeout;
        this.methods = List.copyOf(methods);
        this.listener = listener;
        this.interpreter = new Interpreter(system);
        this.symbolic = new SymbolicSystem(system, watch::cancelled);
        this.reachable = new ReachableStates(system);
    }

    /** @param properties safety properties of the system */
    public Map<Property, Verdict> prove(List<Property> properties) {
        Map<Property, Verdict> verdicts = new LinkedHashMap<>();
        List<Property> open = new ArrayList<>(properties);
        open.sort(Comparator.comparing(p -> p.kind() != Property.Kind.LEMMA));
        for (Duration turn : List.of(timeout.dividedBy(FIRST_TURN), timeout.minus(timeout.dividedBy(FIRST_TURN)))) {
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

    private Verdict decide(Property property, Duration turn) {
        BooleanSupplier stop = stopping(turn);
        Race race = new Race(
                system,
                (method, task) -> method.run(task, reachable),
                stop,
                (method, said) -> progress(property.name() + ": " + method.label() + ", " + said));
        Map<Method, String> earlier = givenUp.computeIfAbsent(property, _ -> new EnumMap<>(Method.class));
        List<Method> hopeful =
                methods.stream().filter(m -> !earlier.containsKey(m)).toList();
        Race.Result result = race.of(property, List.copyOf(known), hopeful);
        result.gaveUp().forEach(m -> earlier.put(m, result.undecided().getOrDefault(m, "")));
        learned.put(
                property,
                result.learned().stream()
                        .map(l -> new Outcome.Learned(symbolic.terms().imported(l.clause()), l.standing()))
                        .toList());
        Optional<Verdict> decided = result.winner().map(w -> verdict(property, w, result.took()));
        return decided.orElseGet(() -> new Verdict.Unknown(reason(earlier)));
    }

    private BooleanSupplier stopping(Duration after) {
        long end = System.nanoTime() + after.toNanos();
        return () -> System.nanoTime() - end >= 0 || watch.cancelled();
    }

    private String reason(Map<Method, String> givenUp) {
        if (watch.cancelled()) {
            return "cancelled";
        }
        String said = methods.stream()
                .filter(givenUp::containsKey)
                .map(m -> m.label() + ": " + givenUp.get(m))
                .collect(Collectors.joining("; "));
        return (givenUp.keySet().containsAll(methods)
                        ? "no method decides it"
                        : "no method decided it in " + timeout.toSeconds() + " s")
                + (said.isEmpty() ? "" : " (" + said + ")");
    }

    private Verdict verdict(Property property, Race.Winner winner, Duration took) {
        return switch (winner.outcome()) {
            case Outcome.Proved proved -> proved(property, winner.method(), proved, took);
            case Outcome.Refuted refuted -> refuted(property, refuted);
            case Outcome.Undecided undecided -> new Verdict.Unknown(undecided.reason());
        };
    }

    private Verdict proved(Property property, Method method, Outcome.Proved proved, Duration took) {
        String how = method.label() + ", " + proved.measure();
        if (proved.invariant().isEmpty()) {
            return Verdict.Holds.of(new Guarantee.Proof(how, OptionalInt.empty()));
        }
        Set<Term> clauses = new LinkedHashSet<>(known);
        proved.invariant().get().stream().map(symbolic.terms()::imported).forEach(clauses::add);
        Term bad = symbolic.stateTarget(property);
        Rests rests;
        try {
            Optional<Rests> found = Session.run(
                    stopping(timeout),
                    session ->
                            Rests.of(symbolic, session, property, List.copyOf(clauses), new LinkedHashMap<>(lemmas)));
            if (found.isEmpty()) {
                return new Verdict.Unknown("the invariant that " + method.label() + " found does not stand a check");
            }
            rests = found.get();
        } catch (StoppedException e) {
            return new Verdict.Unknown(
                    "the invariant that " + method.label() + " found was not checked: " + e.reason());
        }
        known.addAll(rests.clauses());
        Term holds = symbolic.terms().not(bad);
        known.add(holds);
        lemmas.put(property, holds);
        listener.proved(new Proof(symbolic, property, how, took, rests.clauses(), rests.premises()));
        return Verdict.Holds.of(
                new Guarantee.Proof(how, OptionalInt.of(rests.clauses().size())));
    }

    /** A way to a violation is believed only where the interpreter can go it. */
    private Verdict refuted(Property property, Outcome.Refuted refuted) {
        List<State> states = new ArrayList<>(List.of(interpreter.initial()));
        long[] bits = symbolic.bits(interpreter.initial());
        for (Move foreign : refuted.moves()) {
            bits = after(bits, symbolic.moves().get(foreign.number()));
            states.add(state(bits));
        }
        if (property.kind() == Property.Kind.STEP) {
            violatingStep(property, bits).ifPresent(states::add);
        }
        Optional<Trace> trace = interpreter.replay(states, OptionalInt.empty());
        if (trace.isEmpty() || !interpreter.shows(property, trace.get())) {
            throw new IllegalStateException("the interpreter does not see the violation of " + property.name());
        }
        return new Verdict.Violated(trace, new Guarantee.Counterexample());
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

    private void tellObstacle(Property property) {
        if (watch.cancelled() || listener.equals(ProofListener.NOBODY)) {
            return;
        }
        try {
            Term bad = symbolic.stateTarget(property);
            Optional<KInduction.Obstacle> obstacle = Session.run(
                    stopping(timeout.compareTo(OBSTACLE) < 0 ? timeout : OBSTACLE),
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
                            reachable.all(() -> true)))));
        } catch (StoppedException e) {
            // then it is not told
        }
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
