package dev.baton.checker.smt;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.Deadline;
import dev.baton.checker.Engine;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.bounded.BoundedQuestions;
import dev.baton.checker.smt.bounded.BoundedSearch;
import dev.baton.checker.smt.bounded.Found;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
        Pulse pulse = new Pulse(deadline, new MemoryLimit(request.memory()), phase(0, depth));
        Map<Property, Found> found = new LinkedHashMap<>();
        Optional<String> stopped = Optional.empty();
        BoundedAnswers answers;
        try (Session session = new Session(pulse)) {
            BoundedSearch search = new BoundedSearch(session, prepared.questions);
            try {
                while (search.steps() < depth && !search.done()) {
                    pulse.phase(phase(search.steps() + 1, depth));
                    search.deepen(f -> found.put(f.property(), f));
                }
            } catch (UndefinedException e) {
                stopped = Optional.of(String.valueOf(e.getMessage()));
            } catch (StoppedException e) {
                stopped = pulse.reason().or(() -> Optional.of(e.reason()));
            }
            if (watch.interrupted()) {
                watch.notice("behaviours of up to " + Math.max(0, search.steps()) + " steps were looked at");
            }
            answers = new BoundedAnswers(prepared.questions.interpreter(), found, search, stopped);
        }
        return new CheckResult(
                request.properties().stream()
                        .map(p -> new Answer(p, answers.verdict(p)))
                        .toList(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                false,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static String phase(int steps, int depth) {
        return "depth " + steps + " of " + depth;
    }
}
