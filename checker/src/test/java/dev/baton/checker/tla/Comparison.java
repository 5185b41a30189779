package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.model.interpreter.Budget;
import dev.baton.model.interpreter.Exploration;
import dev.baton.model.interpreter.Explorer;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.Optional;

/** TLC held against the interpreter, which says what a system means. */
final class Comparison {
    private Comparison() {}

    static CheckResult tlc(Path scratch, TransitionSystem system, int workers) {
        CheckRequest request =
                new CheckRequest(system, system.properties(), workers, Optional.empty(), Optional.empty());
        return new TlcEngine(scratch, Optional.empty()).check(request, Watch.NOBODY);
    }

    /** That TLC says of every property, and of the number of states, what the interpreter says. */
    static CheckResult check(Path scratch, TransitionSystem system) {
        CheckResult result = tlc(scratch, system, 1);
        Exploration truth = Explorer.explore(system, system.properties(), Budget.UNLIMITED);
        assertThat(result.complete()).isTrue();
        assertThat(result.distinct()).hasValue(truth.distinct());
        assertThat(result.generated()).hasValue(truth.generated());
        assertThat(result.depth()).hasValue(truth.depth());
        for (int i = 0; i < result.answers().size(); i++) {
            CheckResult.Answer answer = result.answers().get(i);
            Exploration.Finding finding = truth.findings().get(i);
            assertThat(answer.property()).isEqualTo(finding.property());
            assertThat(outcome(answer.verdict()))
                    .as(answer.property().name() + ": " + answer.verdict())
                    .isEqualTo(
                            outcome(finding.outcome(), answer.property().kind().liveness()));
            trace(answer.verdict())
                    .ifPresent(trace -> assertThat(new Interpreter(system).shows(answer.property(), trace))
                            .as(answer.property().name())
                            .isTrue());
        }
        return result;
    }

    static Optional<Trace> trace(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> v.witness();
            case Verdict.Violated v -> v.trace();
            case Verdict.Unknown v -> Optional.empty();
        };
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> "holds" + length(v.witness());
            case Verdict.Violated v -> "violated" + length(v.trace());
            case Verdict.Unknown v -> "unknown: " + v.reason();
        };
    }

    private static String outcome(Exploration.Outcome outcome, boolean liveness) {
        return switch (outcome) {
            case Exploration.Outcome.Holds o -> "holds" + length(o.witness());
            case Exploration.Outcome.Violated o -> "violated" + (liveness ? " by a lasso" : length(o.trace()));
            case Exploration.Outcome.Bounded _ -> "unknown: bounded";
            case Exploration.Outcome.Undecided o -> "unknown: " + o.reason();
        };
    }

    /** Shortest traces have one length; lassos need not be shortest. */
    private static String length(Optional<Trace> trace) {
        return trace.map(t -> t.loop().isPresent() ? " by a lasso" : " after " + t.length())
                .orElse("");
    }
}
