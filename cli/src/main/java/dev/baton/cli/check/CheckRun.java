package dev.baton.cli.check;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Runs planned checks, one after the other, each with every engine that is asked for. */
public final class CheckRun {
    /** What stands in place of a verdict once the user has stopped the run. */
    public static final String INTERRUPTED = "interrupted";

    private final CheckOptions options;
    private final List<Engine> engines;
    private final Interruption interruption;

    /** @param engines those to ask, all of them; or, with {@link EngineChoice#AUTO}, the first that does not refuse */
    public CheckRun(CheckOptions options, List<Engine> engines, Interruption interruption) {
        this.options = options;
        this.engines = List.copyOf(engines);
        this.interruption = interruption;
    }

    /** Who is told of progress while an engine works on a check. */
    public interface Observer {
        void progress(PlannedCheck check, String engine, Watch.Progress progress);

        /** The engine has done this check. */
        void done();

        /** Nobody looks. */
        Observer NOBODY = new Observer() {
            @Override
            public void progress(PlannedCheck check, String engine, Watch.Progress progress) {
                // nobody looks
            }

            @Override
            public void done() {
                // nobody looks
            }
        };
    }

    public List<Outcome> run(List<PlannedCheck> checks, Observer observer) {
        List<Outcome> outcomes = new ArrayList<>();
        for (PlannedCheck check : checks) {
            CheckRequest request = new CheckRequest(
                    check.system(),
                    check.properties(),
                    options.workers(),
                    options.timeout(),
                    options.memory(),
                    options.reduce());
            for (Engine engine : chosen(request)) {
                outcomes.add(ask(engine, check, request, observer));
            }
        }
        return List.copyOf(outcomes);
    }

    private List<Engine> chosen(CheckRequest request) {
        if (options.engine() != EngineChoice.AUTO) {
            return engines;
        }
        return List.of(engines.stream()
                .filter(e -> e.refuses(request).isEmpty())
                .findFirst()
                .orElse(engines.getFirst()));
    }

    private Outcome ask(Engine engine, PlannedCheck check, CheckRequest request, Observer observer) {
        if (interruption.interrupted()) {
            return Outcome.of(check, engine.name(), unknown(request, INTERRUPTED));
        }
        Optional<String> refusal = engine.refuses(request);
        if (refusal.isPresent()) {
            return Outcome.refused(check, engine.name(), unknown(request, refusal.get()));
        }
        CheckResult result = engine.check(request, new Watch() {
            @Override
            public boolean cancelled() {
                return interruption.interrupted();
            }

            @Override
            public void progress(Progress progress) {
                observer.progress(check, engine.name(), progress);
            }
        });
        observer.done();
        return Outcome.of(check, engine.name(), interruption.interrupted() ? interrupted(result) : result);
    }

    /** Nothing decided, for one reason. */
    private static CheckResult unknown(CheckRequest request, String reason) {
        List<CheckResult.Answer> answers = request.properties().stream()
                .map(p -> new CheckResult.Answer(p, new Verdict.Unknown(reason)))
                .toList();
        return new CheckResult(
                answers, OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty(), false, Duration.ZERO);
    }

    /** What was decided before the user stopped the run stands; the rest says so. */
    private static CheckResult interrupted(CheckResult result) {
        List<CheckResult.Answer> answers = result.answers().stream()
                .map(a -> a.verdict() instanceof Verdict.Unknown
                        ? new CheckResult.Answer(a.property(), new Verdict.Unknown(INTERRUPTED))
                        : a)
                .toList();
        return new CheckResult(
                answers,
                result.distinct(),
                result.generated(),
                result.depth(),
                result.complete(),
                result.time(),
                result.reductions());
    }
}
