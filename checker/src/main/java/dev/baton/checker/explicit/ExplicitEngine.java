package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.Deadline;
import dev.baton.checker.DepthBound;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.liveness.LivenessAnswer;
import dev.baton.checker.explicit.liveness.LivenessSearch;
import dev.baton.checker.explicit.search.CheckpointRefused;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.checker.explicit.search.StatePath;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.FewestSwitches;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Compiles the system and visits every reachable state breadth first. Counts, verdicts and traces are the same for any
 * number of workers.
 */
public final class ExplicitEngine implements Engine {
    /** Properties of one kind that a search can look for at once: a bit each in a word. */
    private static final int MOST_PROPERTIES = 64;

    /** What was compiled last: asking whether a system can be served, and serving it, compile the same. */
    private Optional<Prepared> last = Optional.empty();

    /** @param took nanoseconds to compile */
    private record Prepared(CheckRequest request, Compiled compiled, long took) {
        @SuppressWarnings("ReferenceEquality") // the very same system, not one that looks alike
        boolean serves(CheckRequest other) {
            return request.system() == other.system()
                    && request.properties().equals(other.properties())
                    && request.reduce() == other.reduce();
        }
    }

    @Override
    public String name() {
        return "explicit";
    }

    @Override
    public Optional<String> refuses(CheckRequest request) {
        Questions questions = Questions.of(request.properties());
        if (questions.ofState().size() > MOST_PROPERTIES || questions.ofStep().size() > MOST_PROPERTIES) {
            return Optional.of("no, because it looks for at most " + MOST_PROPERTIES + " properties of a kind at once");
        }
        try {
            Compiled compiled = prepared(request).compiled;
            return request.checkpoints()
                    .filter(c -> c.resume() && Files.exists(c.file()))
                    .flatMap(c -> Resumption.refusal(compiled, options(request, compiled), c));
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
        Prepared prepared = new Prepared(request, Compiled.of(request), System.nanoTime() - start);
        last = Optional.of(prepared);
        return prepared;
    }

    @Override
    public CheckResult check(CheckRequest request, Watch watch) {
        Prepared prepared = prepared(request);
        Compiled compiled = prepared.compiled;
        long start = System.nanoTime() - prepared.took;
        Deadline deadline = new Deadline(watch, request.timeout(), start);
        long memory = request.memory().orElseGet(MemoryBudget::offered);
        SearchOptions options = options(request, compiled).withMemoryBytes(memory);
        Sightings sightings = compiled.sightings();
        SearchResult first;
        try {
            first = Resumption.run(compiled, options, deadline, request.checkpoints(), sightings);
        } catch (CheckpointRefused e) {
            return CheckResult.undecided(
                    request.properties(),
                    "the checkpoint can't be used: " + e.getMessage(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
        SearchResult found = Shortest.of(first, compiled.system(), options, deadline);
        List<Answer> answers;
        try (var _ = found.states()) {
            LivenessSearch liveness = new LivenessSearch(
                    compiled.interpreter(),
                    compiled.layout(),
                    compiled.system(),
                    compiled.program().instances(),
                    found.states(),
                    deadline);
            Answers told =
                    new Answers(compiled, found, liveness, p -> reason(found.ending(), p, request, deadline, memory));
            answers = request.properties().stream()
                    .map(p -> new Answer(p, told.verdict(p)))
                    .toList();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LeftOut leftOut = LeftOut.of(compiled, found, sightings, options, deadline);
        return new CheckResult(
                answers,
                OptionalLong.of(found.distinct()),
                OptionalLong.of(found.generated()),
                OptionalInt.of(found.depth()),
                found.ending() == Ending.COMPLETE,
                took,
                AppliedReductions.of(compiled, found, leftOut.count()),
                leftOut.coverage());
    }

    private static SearchOptions options(CheckRequest request, Compiled compiled) {
        return SearchOptions.DEFAULT
                .withWorkers(request.workers())
                .withMostLevels(request.depth().isPresent() ? request.depth().getAsInt() + 1 : Integer.MAX_VALUE)
                .withExact(request.exact())
                .withNumbered(!compiled.questions().ofBehaviours().isEmpty())
                .withStutter(request.system().terminal().isPresent())
                .withPartialOrder(compiled.system().persistent());
    }

    /** How the system's states are packed, and what a search would keep of each; throws as {@link #check} would. */
    public StateLayout layout(CheckRequest request) {
        Compiled compiled = prepared(request).compiled;
        return StateLayout.of(request.system(), compiled, options(request, compiled));
    }

    /** Why not everything was visited. */
    private static String reason(
            Ending ending, Property property, CheckRequest request, Deadline deadline, long memory) {
        return switch (ending) {
            case COMPLETE, DECIDED -> "";
            case LEVELS -> DepthBound.reason(property.kind(), request.depth().orElseThrow());
            case MEMORY -> "memory: the states need more than " + (memory >> 20) + " MB";
            case CANCELLED -> deadline.reason();
        };
    }

    /** What a search says of each property. */
    private record Answers(
            Compiled compiled, SearchResult found, LivenessSearch liveness, Function<Property, String> reason) {

        Verdict verdict(Property property) {
            Questions questions = compiled.questions();
            return switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER, STEP, DEADLOCK_FREE -> {
                    int i = questions.ofState().indexOf(property);
                    int j = questions.ofStep().indexOf(property);
                    Optional<StatePath> path = i >= 0
                            ? Optional.ofNullable(found.decided().get(i))
                            : j >= 0 ? Optional.ofNullable(found.refuted().get(j)) : found.deadlock();
                    yield path.map(p -> decided(property, p)).orElseGet(() -> undecided(property));
                }
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                    found.ending() == Ending.COMPLETE ? live(property) : new Verdict.Unknown(reason.apply(property));
            };
        }

        private Verdict live(Property property) {
            return switch (liveness.decide(property)) {
                case LivenessAnswer.Holds _ -> Verdict.Holds.of(new Guarantee.AllReachable());
                case LivenessAnswer.Violated v ->
                    new Verdict.Violated(
                            Optional.of(trace(property, v.states(), OptionalInt.of(v.loop()))),
                            new Guarantee.Counterexample());
                case LivenessAnswer.Undecided v -> new Verdict.Unknown(v.reason());
            };
        }

        private Verdict decided(Property property, StatePath path) {
            Optional<Trace> trace = Optional.of(trace(property, path.states(), OptionalInt.empty()));
            return property.kind() == Property.Kind.COVER
                    ? new Verdict.Holds(new Guarantee.Witness(), trace)
                    : new Verdict.Violated(trace, new Guarantee.Counterexample());
        }

        private Verdict undecided(Property property) {
            if (found.ending() != Ending.COMPLETE) {
                return new Verdict.Unknown(reason.apply(property));
            }
            Guarantee guarantee = found.collisionProbability() > 0
                    ? new Guarantee.AllReachableHashed(found.collisionProbability())
                    : new Guarantee.AllReachable();
            return property.kind() == Property.Kind.COVER
                    ? new Verdict.Violated(Optional.empty(), guarantee)
                    : Verdict.Holds.of(guarantee);
        }

        /** The path as a behaviour, replayed by the interpreter: what it does not confirm is a bug of this engine. */
        private Trace trace(Property property, List<long[]> path, OptionalInt loop) {
            return (compiled.reduced() ? new Unfolding(compiled).of(property, path) : replayed(property, path, loop))
                    .map(trace -> FewestSwitches.of(compiled.interpreter(), property, trace))
                    .orElseThrow(() -> new IllegalStateException("the compiled search and the interpreter disagree on "
                            + property.name() + ": " + states(path)));
        }

        private Optional<Trace> replayed(Property property, List<long[]> path, OptionalInt loop) {
            return compiled.interpreter()
                    .replay(states(path), loop)
                    .filter(trace -> compiled.interpreter().shows(property, trace));
        }

        private List<State> states(List<long[]> path) {
            return path.stream()
                    .map(words -> compiled.packer().unpack(words, 0))
                    .toList();
        }
    }
}
