package dev.baton.checker.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A counter that goes up to its end. */
final class InterpreterEngineTest {

    @Test
    void decidesEveryKindOfProperty() {
        CheckResult result =
                new InterpreterEngine().check(request(5, Optional.empty(), Optional.empty()), Watch.NOBODY);
        assertThat(result.answers())
                .extracting(answer -> answer.property().name() + ": " + describe(answer.verdict()))
                .containsExactly(
                        "Small: violated by 5 states, counterexample, replayed",
                        "Bounded: holds, all reachable states",
                        "Reaches: holds by 6 states, witness, replayed",
                        "Passes: violated, all reachable states",
                        "DeadlockFree: violated by 6 states, counterexample, replayed",
                        "Ends: violated by 1 states, counterexample, replayed");
        assertThat(result.distinct()).hasValue(6);
        assertThat(result.generated()).hasValue(6);
        assertThat(result.depth()).hasValue(6);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void refusesNothing() {
        assertThat(new InterpreterEngine().refuses(request(5, Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(new InterpreterEngine().name()).isEqualTo("interpreter");
    }

    @Test
    void stopsInTime() {
        Optional<Duration> soon = Optional.of(Duration.ofMillis(50));
        CheckResult result =
                new InterpreterEngine().check(request(1_000_000_000, soon, Optional.empty()), Watch.NOBODY);
        assertThat(result.complete()).isFalse();
        assertThat(result.time()).isLessThan(Duration.ofSeconds(10));
        assertThat(describe(result.answers().getFirst().verdict())).startsWith("violated by 5 states");
        assertThat(result.answers().subList(1, 2))
                .extracting(answer -> describe(answer.verdict()))
                .containsExactly("timeout after 50 ms");
    }

    @Test
    void stopsBeforeTheHeapIsFull() {
        CheckResult result =
                new InterpreterEngine().check(request(1_000_000_000, Optional.empty(), Optional.of(1L)), Watch.NOBODY);
        assertThat(describe(result.answers().get(1).verdict())).startsWith("memory");
    }

    @Test
    void stopsWhenItIsCancelledAndReportsUntilThen() {
        List<Watch.Progress> reports = new ArrayList<>();
        Watch watch = new Watch() {
            @Override
            public boolean cancelled() {
                return reports.size() == 2;
            }

            @Override
            public void progress(Progress progress) {
                reports.add(progress);
            }
        };
        CheckResult result =
                new InterpreterEngine().check(request(1_000_000_000, Optional.empty(), Optional.empty()), watch);
        assertThat(describe(result.answers().get(1).verdict())).isEqualTo("cancelled");
        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst().phase()).isEqualTo("search");
        assertThat(reports.getLast().distinct().orElseThrow())
                .isGreaterThan(reports.getFirst().distinct().orElseThrow());
    }

    @Test
    void anOverflowIsNoVerdict() {
        Property big =
                property("Big", Property.Kind.INVARIANT, compare(Op.LT, apply(Op.MUL, read(), number(1 << 30)), 0));
        CheckRequest request = request(5, Optional.empty(), Optional.empty());
        CheckRequest overflowing = new CheckRequest(
                request.system(), List.of(big), request.workers(), request.timeout(), request.memory());
        CheckResult result = new InterpreterEngine().check(overflowing, Watch.NOBODY);
        assertThat(describe(result.answers().getFirst().verdict()))
                .isEqualTo("violated by 1 states, counterexample, replayed");

        Property never = property("Never", Property.Kind.COVER, big.left());
        CheckRequest undefined = new CheckRequest(
                request.system(), List.of(never), request.workers(), request.timeout(), request.memory());
        result = new InterpreterEngine().check(undefined, Watch.NOBODY);
        assertThat(describe(result.answers().getFirst().verdict())).isEqualTo("integer overflow in `x * 1073741824`");
        assertThat(result.complete()).isFalse();
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

    private static CheckRequest request(int end, Optional<Duration> timeout, Optional<Long> memory) {
        Variable x = counter(end);
        Origin origin = new Origin(Origin.Kind.ACTION, "Counter", "up", "x += 1", Optional.empty(), Span.NONE);
        Action up = new Action(
                "up",
                List.of(),
                List.of(),
                compare(Op.LT, read(), end),
                List.of(),
                List.of(new Action.Update(x, apply(Op.ADD, read(), number(1)))),
                origin,
                List.of(),
                List.of());
        List<Property> properties = List.of(
                property("Small", Property.Kind.INVARIANT, compare(Op.LT, read(), 4)),
                property("Bounded", Property.Kind.INVARIANT, compare(Op.LE, read(), end)),
                property("Reaches", Property.Kind.COVER, compare(Op.EQ, read(), end)),
                property("Passes", Property.Kind.COVER, compare(Op.GT, read(), end)),
                property("DeadlockFree", Property.Kind.DEADLOCK_FREE, Expr.TRUE),
                property("Ends", Property.Kind.EVENTUALLY, compare(Op.EQ, read(), end)));
        TransitionSystem system = new TransitionSystem(
                "Counter",
                Optional.empty(),
                SourceFile.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(x),
                List.of(up),
                List.of(),
                properties,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
        return new CheckRequest(system, properties, 1, timeout, memory);
    }

    private static Variable counter(int end) {
        return new Variable("x", Type.Range.of(0, end), number(0), Variable.Role.PRIVATE, Optional.empty(), Span.NONE);
    }

    private static Property property(String name, Property.Kind kind, Expr left) {
        return new Property(name, kind, List.of(), left, Optional.empty(), Optional.empty(), Span.NONE);
    }

    private static Expr read() {
        return new Expr.Read(counter(1), false, Span.NONE);
    }

    private static Expr number(int value) {
        return new Expr.Literal(Value.of(value), Type.Range.of(value, value), Span.NONE);
    }

    private static Expr compare(Op op, Expr left, int right) {
        return new Expr.Apply(op, List.of(left, number(right)), Type.BOOL, Span.NONE);
    }

    private static Expr apply(Op op, Expr left, Expr right) {
        return new Expr.Apply(op, List.of(left, right), Type.Range.of(0, Integer.MAX_VALUE), Span.NONE);
    }
}
