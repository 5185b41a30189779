package dev.baton.checker.smt;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.encode.CancelledException;
import dev.baton.checker.smt.horn.Horn;
import dev.baton.checker.smt.prove.Attempts;
import dev.baton.checker.smt.prove.Method;
import dev.baton.checker.smt.prove.ProofListener;
import dev.baton.checker.smt.prove.Prover;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Proves safety properties for behaviours of any length, with several methods at once. */
public final class ProofEngine implements Engine {
    /** What is meant if nobody says how long a property may take. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Of so many parts of the memory one is for Spacer. */
    private static final int PARTS = 4;

    private final ProofListener listener;
    private final List<Method> methods;
    private final Attempts attempts;

    public ProofEngine(ProofListener listener) {
        this(listener, Method.usual());
    }

    /** @param methods the only ones that are tried */
    public ProofEngine(ProofListener listener, List<Method> methods) {
        this(listener, methods, Attempts.OWN);
    }

    /** @param attempts what becomes of methods that are tried */
    public ProofEngine(ProofListener listener, List<Method> methods, Attempts attempts) {
        this.listener = listener;
        this.methods = List.copyOf(methods);
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return "prove";
    }

    @Override
    public Optional<String> refuses(CheckRequest request) {
        if (request.checkpoints().isPresent()) {
            return Optional.of("no, because it writes no checkpoints");
        }
        return request.depth().isPresent()
                ? Optional.of(
                        "no, because proofs have no bound; `--engine smt --depth` looks at behaviours of some steps")
                : Optional.empty();
    }

    /** Whether a property is one that proofs are of. */
    public static boolean decides(Property property) {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP -> true;
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO, COVER -> false;
        };
    }

    @Override
    public CheckResult check(CheckRequest request, Watch watch) {
        long start = System.nanoTime();
        List<Property> asked =
                request.properties().stream().filter(ProofEngine::decides).toList();
        Map<Property, Verdict> verdicts;
        try {
            verdicts = new Prover(request.system(), watch, limits(request), methods, attempts, listener).prove(asked);
        } catch (TooLargeException e) {
            return CheckResult.undecided(request.properties(), e.because(), since(start));
        } catch (CancelledException e) {
            return CheckResult.undecided(request.properties(), "cancelled", since(start));
        }
        List<Answer> answers = new ArrayList<>();
        for (Property property : request.properties()) {
            Verdict verdict = verdicts.get(property);
            answers.add(new Answer(
                    property,
                    verdict != null
                            ? verdict
                            : new Verdict.Unknown("proofs are of invariants, steps and deadlocks alone")));
        }
        return new CheckResult(
                answers, OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty(), false, since(start));
    }

    /** Spacer's process has a part of the memory to itself. */
    private Prover.Limits limits(CheckRequest request) {
        long memory = request.memory().orElseGet(MemoryLimit::offered);
        long beside = methods.contains(Method.SPACER) ? memory / PARTS : 0;
        return new Prover.Limits(
                request.timeout().orElse(TIMEOUT), new MemoryLimit(Optional.of(memory - beside)), Horn.launch(beside));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
