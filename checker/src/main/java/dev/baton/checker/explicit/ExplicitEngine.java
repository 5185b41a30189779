package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.Deadline;
import dev.baton.checker.DepthBound;
import dev.baton.checker.Engine;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.liveness.EarlyLooks;
import dev.baton.checker.explicit.liveness.LassoSearch;
import dev.baton.checker.explicit.liveness.LivenessSystem;
import dev.baton.checker.explicit.search.CheckpointRefused;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.Onlooker;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.model.system.Property;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Compiles the system and visits every reachable state breadth first. Counts, verdicts and traces are the same for any
 * number of workers.
 */
public final class ExplicitEngine implements Engine {
    /** Properties of one kind that a search can look for at once: a bit each in a word. */
    private static final int MOST_PROPERTIES = 64;

    private final long firstLook;

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

    public ExplicitEngine() {
        this(EarlyLooks.FIRST);
    }

    /** @param firstLook how many states are expanded before lassos are looked for among them, at least 1 */
    public ExplicitEngine(long firstLook) {
        this.firstLook = firstLook;
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
        LivenessSystem liveness = compiled.liveness();
        Optional<EarlyLooks> looks = looks(compiled, liveness, deadline);
        SearchResult first;
        try {
            first = Resumption.run(
                    compiled,
                    options,
                    deadline,
                    request.checkpoints(),
                    sightings,
                    looks.<Onlooker>map(l -> l).orElse(Onlooker.NOBODY));
        } catch (CheckpointRefused e) {
            return CheckResult.undecided(
                    request.properties(),
                    "the checkpoint can't be used: " + e.getMessage(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
        SearchResult found = Shortest.of(first, compiled.system(), options, deadline);
        List<Answer> answers;
        try (var _ = found.states()) {
            Answers told = new Answers(
                    compiled,
                    found,
                    looks,
                    new LassoSearch(liveness, found.expanded(), "liveness", deadline),
                    p -> reason(found.ending(), p, request, deadline, memory),
                    deadline::reason);
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

    /** Looks for lassos while the search goes on; empty if nobody asks for liveness. */
    private Optional<EarlyLooks> looks(Compiled compiled, LivenessSystem liveness, Deadline deadline) {
        Questions questions = compiled.questions();
        if (questions.ofBehaviours().isEmpty()) {
            return Optional.empty();
        }
        Replay replay = new Replay(compiled);
        return Optional.of(new EarlyLooks(
                liveness, questions.ofBehaviours(), questions.others(), firstLook, deadline, (property, lasso) -> {
                    replay.of(property, lasso.states(), OptionalInt.of(lasso.loop()));
                    deadline.notice(
                            "`" + property.name() + "` is violated; the search goes on for the other properties");
                }));
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
}
