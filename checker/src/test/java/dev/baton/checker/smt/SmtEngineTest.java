package dev.baton.checker.smt;

import static dev.baton.checker.smt.SmallSystem.compare;
import static dev.baton.checker.smt.SmallSystem.next;
import static dev.baton.checker.smt.SmallSystem.number;
import static dev.baton.checker.smt.SmallSystem.plus;
import static dev.baton.checker.smt.SmallSystem.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A counter that goes up to its end. */
final class SmtEngineTest {
    private static final int ENDLESS = 1_000_000_000;

    /** Its place among the answers: what takes ENDLESS steps, and no proof can help it. */
    private static final int REACHES = 3;

    @Test
    void decidesEverythingWhereAllBehavioursEnd() {
        assertThat(answers(request(5, 10)))
                .containsExactly(
                        "Small: violated by 5 states, counterexample, replayed",
                        "Bounded: holds, all reachable states, within 5 steps",
                        "Slow: violated by 4 states, counterexample, replayed",
                        "Reaches: holds by 6 states, witness, replayed",
                        "Passes: violated, all reachable states, within 5 steps",
                        "DeadlockFree: violated by 6 states, counterexample, replayed",
                        "Ends: violated by 1 states, counterexample, replayed");
    }

    @Test
    void claimsNothingOfWhatIsLonger() {
        assertThat(answers(request(5, 2)))
                .containsExactly(
                        "Small: bounded: no violation within 2 steps",
                        "Bounded: bounded: no violation within 2 steps",
                        "Slow: bounded: no violation within 2 steps",
                        "Reaches: bounded: not reached within 2 steps",
                        "Passes: bounded: not reached within 2 steps",
                        "DeadlockFree: bounded: no violation within 2 steps",
                        "Ends: violated by 1 states, counterexample, replayed");
    }

    @Test
    void needsADepth() {
        CheckRequest request = request(5, 1);
        assertThat(new SmtEngine().refuses(request)).isEmpty();
        CheckRequest deep =
                new CheckRequest(request.system(), request.properties(), 1, Optional.empty(), Optional.empty());
        assertThat(new SmtEngine().refuses(deep).orElseThrow()).contains("--depth");
    }

    @Test
    void saysHowDeepItWasWhenTimeIsUp() {
        CheckResult result = new SmtEngine()
                .check(request(ENDLESS, ENDLESS, Optional.of(Duration.ofMillis(700)), Optional.empty()), Watch.NOBODY);
        assertThat(describe(result.answers().get(REACHES).verdict()))
                .matches("timeout after 700 ms(; bounded: not reached within \\d+ steps?)?");
        assertThat(result.complete()).isFalse();
    }

    @Test
    void saysSoWhenMemoryIsShort() {
        CheckResult result =
                new SmtEngine().check(request(ENDLESS, ENDLESS, Optional.empty(), Optional.of(1L << 20)), Watch.NOBODY);
        assertThat(describe(result.answers().get(REACHES).verdict())).startsWith("memory: Z3 needs more than 1 MB");
        assertThat(answers(request(5, 10)))
                .as("the limit is gone")
                .contains("Reaches: holds by 6 states, witness, replayed");
    }

    @Test
    void stopsWhenItIsCancelledAndReportsUntilThen() {
        List<Watch.Progress> reports = Collections.synchronizedList(new ArrayList<>());
        List<String> notices = new ArrayList<>();
        Watch watch = new Watch() {
            @Override
            public boolean cancelled() {
                return reports.size() >= 2;
            }

            @Override
            public void progress(Progress progress) {
                reports.add(progress);
            }

            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        };
        CheckResult result =
                new SmtEngine().check(request(ENDLESS, ENDLESS, Optional.empty(), Optional.empty()), watch);
        assertThat(describe(result.answers().get(REACHES).verdict())).startsWith("cancelled");
        assertThat(reports.getLast().phase()).startsWith("depth ").endsWith(" of " + ENDLESS);
        assertThat(notices).singleElement().asString().startsWith("behaviours of up to ");
    }

    private static List<String> answers(CheckRequest request) {
        return new SmtEngine()
                .check(request, Watch.NOBODY).answers().stream()
                        .map(answer -> answer.property().name() + ": " + describe(answer.verdict()))
                        .toList();
    }

    private static String describe(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(Guarantee guarantee, var witness) ->
                "holds"
                        + witness.map(trace -> " by " + trace.length() + " states")
                                .orElse("") + ", " + guarantee;
            case Verdict.Violated(var trace, Guarantee guarantee) ->
                "violated" + trace.map(t -> " by " + t.length() + " states").orElse("") + ", " + guarantee;
            case Verdict.Unknown(String reason) -> reason;
        };
    }

    private static CheckRequest request(int end, int depth) {
        return request(end, depth, Optional.empty(), Optional.empty());
    }

    private static CheckRequest request(int end, int depth, Optional<Duration> timeout, Optional<Long> memory) {
        SmallSystem small = new SmallSystem();
        Variable x = small.integer("x", end);
        TransitionSystem system = small.action("up", compare(Op.LT, read(x), number(end)), x, plus(x, 1))
                .property("Small", Property.Kind.INVARIANT, compare(Op.LT, read(x), number(4)))
                .property("Bounded", Property.Kind.INVARIANT, compare(Op.LE, read(x), number(end)))
                .property("Slow", Property.Kind.STEP, compare(Op.NE, next(x), number(3)))
                .property("Reaches", Property.Kind.COVER, compare(Op.EQ, read(x), number(end)))
                .property("Passes", Property.Kind.COVER, compare(Op.GT, read(x), number(end)))
                .property("DeadlockFree", Property.Kind.DEADLOCK_FREE, Expr.TRUE)
                .property("Ends", Property.Kind.EVENTUALLY, compare(Op.EQ, read(x), number(end)))
                .build();
        return new CheckRequest(
                system, system.properties(), 1, timeout, memory, OptionalInt.of(depth), false, Optional.empty(), true);
    }
}
