package dev.baton.checker.smt;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.Deadline;
import dev.baton.checker.Engine;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.bounded.BoundedQuestions;
import dev.baton.checker.smt.bounded.BoundedSearch;
import dev.baton.checker.smt.facts.Depths;
import dev.baton.checker.smt.facts.Groundwork;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Bounded model checking: asks Z3 for counterexamples of up to so many steps, the shortest first. Not finding one says
 * nothing of longer behaviours, unless there are none.
 */
public final class SmtEngine implements Engine {

    /** What was encoded last: asking whether a system can be served, and serving it, encode the same. */
    private Optional<Prepared> last = Optional.empty();

    /** @param took nanoseconds to encode */
    private record Prepared(CheckRequest request, BoundedQuestions questions, long took) {
        @SuppressWarnings("ReferenceEquality") // the very same system, not one that looks alike
        boolean serves(CheckRequest other) {
            return request.system() == other.system()
                    && request.properties().equals(other.properties())
                    && request.reduce() == other.reduce();
        }
    }

    /** How deep a run is, as progress tells it. For several threads. */
    private static final class Progress {
        private final int depth;
        private int safety;
        private int liveness;

        Progress(int depth) {
            this.depth = depth;
        }

        synchronized String safety(int steps) {
            safety = steps;
            return toString();
        }

        synchronized String liveness(int steps) {
            liveness = steps;
            return toString();
        }

        @Override
        public synchronized String toString() {
            return "depth " + Math.max(safety, liveness) + " of " + depth;
        }
    }

    @Override
    public String name() {
        return "smt";
    }

    @Override
    public Optional<String> refuses(CheckRequest request) {
        if (request.depth().isEmpty()) {
            return Optional.of(
                    "no, because it looks at behaviours of so many steps, and nobody says how many (--depth)");
        }
        if (request.checkpoints().isPresent()) {
            return Optional.of("no, because it writes no checkpoints");
        }
        Optional<String> unavailable = Session.unavailable();
        if (unavailable.isPresent()) {
            return unavailable.map(why -> "no, because " + why);
        }
        try {
            prepared(request);
            return Optional.empty();
        } catch (TooLargeException e) {
            return Optional.of("no, because " + e.because());
        }
    }

    private synchronized Prepared prepared(CheckRequest request) {
        Optional<Prepared> known = last.filter(p -> p.serves(request));
        if (known.isPresent()) {
            return known.get();
        }
        long start = System.nanoTime();
        BoundedQuestions questions =
                BoundedQuestions.of(request.system(), request.properties(), request.reduce(), () -> false);
        Prepared prepared = new Prepared(request, questions, System.nanoTime() - start);
        last = Optional.of(prepared);
        return prepared;
    }

    @Override
    public CheckResult check(CheckRequest request, Watch watch) {
        Prepared prepared = prepared(request);
        long start = System.nanoTime() - prepared.took;
        int depth = request.depth().orElseThrow();
        Deadline deadline = new Deadline(watch, request.timeout(), start);
        Progress progress = new Progress(depth);
        Pulse pulse = new Pulse(deadline, new MemoryLimit(request.memory()), progress.toString());
        BoundedRun safety = new BoundedRun(depth, pulse, steps -> pulse.phase(progress.safety(steps)));
        BoundedRun liveness = new BoundedRun(depth, pulse, steps -> pulse.phase(progress.liveness(steps)));
        run(request, prepared.questions, pulse, safety, liveness);
        if (watch.interrupted()) {
            watch.notice(
                    "behaviours of up to " + Math.max(0, reached(request, safety, liveness)) + " steps were looked at");
        }
        Interpreter interpreter = prepared.questions.interpreter();
        List<Answer> answers = new ArrayList<>();
        for (Property property : request.properties()) {
            BoundedRun run = property.kind().liveness() ? liveness : safety;
            answers.add(new Answer(property, new BoundedAnswers(interpreter, run, pulse.reason()).verdict(property)));
        }
        return new CheckResult(
                answers,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                false,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Safety and liveness each in a thread of its own, with formulas of its own: neither waits for the other. */
    private static void run(
            CheckRequest request, BoundedQuestions questions, Pulse pulse, BoundedRun safety, BoundedRun liveness) {
        boolean states = !questions.targets().isEmpty();
        boolean behaviours = !questions.ofBehaviours().isEmpty();
        AtomicBoolean over = new AtomicBoolean();
        BooleanSupplier stop = () -> over.get() || pulse.getAsBoolean();
        Groundwork groundwork = new Groundwork(
                request.system(),
                request.properties(),
                new Depths(BoundedRun.FAR, request.depth().orElseThrow()),
                stop);
        boolean proving = request.reduce() && request.depth().orElseThrow() > BoundedRun.SHALLOW;
        BoundedRun.Awaited quick = new BoundedRun.Awaited(BoundedRun.SHALLOW, groundwork.quick());
        Crew searching = new Crew();
        Crew helping = new Crew();
        if (proving) {
            helping.start("facts of states", groundwork::ofStates);
            if (behaviours) {
                helping.start("facts of behaviours", groundwork::ofBehaviours);
            }
        }
        if (states) {
            searching.start(
                    "bounded safety",
                    () -> safety.run(
                            session -> BoundedSearch.ofSafety(session, questions),
                            proving
                                    ? List.of(quick, new BoundedRun.Awaited(BoundedRun.DEEP, groundwork.safety()))
                                    : List.of()));
        }
        if (behaviours) {
            searching.start(
                    "bounded liveness",
                    () -> liveness.run(
                            session -> BoundedSearch.ofLiveness(
                                    session,
                                    states
                                            ? BoundedQuestions.of(
                                                    request.system(), questions.ofBehaviours(), request.reduce(), pulse)
                                            : questions),
                            proving
                                    ? List.of(quick, new BoundedRun.Awaited(BoundedRun.DEEP, groundwork.liveness()))
                                    : List.of()));
        }
        try {
            searching.await();
        } finally {
            over.set(true);
            helping.await();
        }
    }

    /** How far the one that is behind is. */
    private static int reached(CheckRequest request, BoundedRun safety, BoundedRun liveness) {
        return request.properties().stream()
                .mapToInt(p -> (p.kind().liveness() ? liveness : safety).steps())
                .min()
                .orElse(0);
    }
}
