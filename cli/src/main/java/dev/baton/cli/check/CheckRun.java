package dev.baton.cli.check;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Checkpoints;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.trace.minimize.Minimizer.Length;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

        /** Something is to be known at once; one sentence without its end. */
        void notice(String sentence);

        /** The engine has done this check. */
        void done();

        /** Nobody looks. */
        Observer NOBODY = new Observer() {
            @Override
            public void progress(PlannedCheck check, String engine, Watch.Progress progress) {
                // nobody looks
            }

            @Override
            public void notice(String sentence) {
                // nobody looks
            }

            @Override
            public void done() {
                // nobody looks
            }
        };
    }

    /**
     * @throws UsageException if something was demanded of a check that no engine can do for it; then nothing was run
     */
    public List<Outcome> run(List<PlannedCheck> checks, Observer observer) {
        List<CheckRequest> requests = requests(checks);
        if (options.longRun().demanding()) {
            for (int i = 0; i < checks.size(); i++) {
                requireServed(checks.get(i), requests.get(i));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            requests.get(i).checkpoints().ifPresent(CheckpointFolders::make);
            for (Engine engine : chosen(requests.get(i))) {
                outcomes.add(ask(engine, checks.get(i), requests.get(i), observer));
            }
        }
        return List.copyOf(outcomes);
    }

    /** What is asked for each check. */
    public List<CheckRequest> requests(List<PlannedCheck> checks) {
        Optional<List<Checkpoints>> checkpoints =
                options.longRun().checkpoints().map(folders -> folders.of(checks));
        List<CheckRequest> requests = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            int number = i;
            requests.add(new CheckRequest(
                    checks.get(i).system(),
                    checks.get(i).properties(),
                    options.workers(),
                    options.timeout(),
                    options.memory(),
                    options.longRun().depth(),
                    options.longRun().exact(),
                    checkpoints.map(all -> all.get(number)),
                    options.reduce()));
        }
        return List.copyOf(requests);
    }

    /** A long run that can't be as it is wanted is not begun. */
    private void requireServed(PlannedCheck check, CheckRequest request) {
        Engine engine = chosen(request).getFirst();
        engine.refuses(request).ifPresent(why -> {
            throw new UsageException("`" + check.file() + "` " + check.name() + " can't be checked so: " + engine.name()
                    + " says " + why);
        });
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

            @Override
            public void notice(String sentence) {
                observer.notice(sentence);
            }
        });
        observer.done();
        BetterTraces better = new BetterTraces(check, length(engine), interruption);
        CheckResult told = with(result, better.of(result.answers()));
        return Outcome.of(check, engine.name(), interruption.interrupted() ? interrupted(told) : told)
                .explained(better::explained);
    }

    /** TLC's workers run ahead of each other, and a proof's refutation is found as it comes. */
    private Length length(Engine engine) {
        return engine.name().equals("explicit")
                        || (options.workers() == 1 && !engine.name().equals("prove"))
                ? Length.SHORTEST
                : Length.ANY;
    }

    private static CheckResult unknown(CheckRequest request, String reason) {
        return CheckResult.undecided(request.properties(), reason, Duration.ZERO);
    }

    /** What was decided before the user stopped the run stands; the rest says so. */
    private static CheckResult interrupted(CheckResult result) {
        List<CheckResult.Answer> answers = result.answers().stream()
                .map(a -> a.verdict() instanceof Verdict.Unknown
                        ? new CheckResult.Answer(a.property(), new Verdict.Unknown(INTERRUPTED))
                        : a)
                .toList();
        return with(result, answers);
    }

    private static CheckResult with(CheckResult result, List<CheckResult.Answer> answers) {
        return new CheckResult(
                answers,
                result.distinct(),
                result.generated(),
                result.depth(),
                result.complete(),
                result.time(),
                result.reductions(),
                result.coverage());
    }
}
