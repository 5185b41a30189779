package dev.baton.checker.interpreter;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.CheckResult.Answer;
import dev.baton.checker.DepthBound;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.model.interpreter.Exploration;
import dev.baton.model.interpreter.Exploration.Outcome;
import dev.baton.model.interpreter.Explorer;
import dev.baton.model.interpreter.UndefinedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Visits every reachable state with the interpreter, on one thread whatever the request says. Refuses nothing but
 * checkpoints.
 */
public final class InterpreterEngine implements Engine {

    @Override
    public String name() {
        return "interpreter";
    }

    @Override
    public Optional<String> refuses(CheckRequest request) {
        return request.checkpoints().map(_ -> "no, because it writes no checkpoints");
    }

    @Override
    public CheckResult check(CheckRequest request, Watch watch) {
        long start = System.nanoTime();
        RunBudget budget = new RunBudget(request, watch, start);
        try {
            Exploration found = Explorer.explore(request.system(), request.properties(), budget, request.depth());
            return new CheckResult(
                    found.findings().stream()
                            .map(finding -> new Answer(finding.property(), verdict(finding, request.depth())))
                            .toList(),
                    OptionalLong.of(found.distinct()),
                    OptionalLong.of(found.generated()),
                    OptionalInt.of(found.depth()),
                    found.complete(),
                    since(start),
                    List.of(),
                    Optional.of(found.coverage()).filter(_ -> found.complete()));
        } catch (UndefinedException e) {
            return CheckResult.undecided(request.properties(), String.valueOf(e.getMessage()), since(start));
        }
    }

    private static Verdict verdict(Exploration.Finding finding, OptionalInt depth) {
        return switch (finding.outcome()) {
            case Outcome.Holds holds ->
                new Verdict.Holds(
                        holds.witness().isPresent() ? new Guarantee.Witness() : new Guarantee.AllReachable(),
                        holds.witness());
            case Outcome.Violated violated ->
                new Verdict.Violated(
                        violated.trace(),
                        violated.trace().isPresent() ? new Guarantee.Counterexample() : new Guarantee.AllReachable());
            case Outcome.Undecided undecided -> new Verdict.Unknown(undecided.reason());
            case Outcome.Bounded _ ->
                new Verdict.Unknown(DepthBound.reason(finding.property().kind(), depth.orElseThrow()));
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
