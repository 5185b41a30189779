package dev.baton.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitWalks;
import dev.baton.checker.interpreter.InterpreterWalks;
import dev.baton.checker.walk.Asked;
import dev.baton.checker.walk.Simulation;
import dev.baton.checker.walk.WalkEngine;
import dev.baton.checker.walk.WalkRequest;
import dev.baton.checker.walk.WalkResult;
import dev.baton.checker.walk.WalkResult.Ending;
import dev.baton.checker.walk.WalkResult.Taken;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both kinds of walks do alike. */
final class WalksTest {
    private static final String MIXED = """
        protocol Mixed
        kernel K {
          var n: 0..9 = 0
          action one { n = (n + 1) % 10 }
          action more(by in 1..2) { n = (n + by) % 10 }
          action stay { n = n }
          action never when n > 9 { n = 0 }
        }
        invariant Below: K.n < 9
        step Slow: K.n' == (K.n + 1) % 10
        cover Eight: K.n == 8
        """;

    private static final String ENDING = """
        protocol Ending
        kernel K {
          var n: 0..3 = 0
          action up when n < 3 { n += 1 }
        }
        terminal K.n == 3
        """;

    @TempDir
    private Path folder = Path.of(".");

    static Stream<WalkEngine> engines() {
        return Stream.of(new ExplicitWalks(), new InterpreterWalks());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void eachEnabledStepIsAsLikely(WalkEngine engine) throws IOException {
        WalkResult result = walk(engine, MIXED, 40_000, 100, Set.of());
        assertThat(result.steps()).isEqualTo(40_000);
        assertThat(result.walks()).isEqualTo(400);
        assertThat(result.ending()).isEqualTo(Ending.STEPS);
        assertThat(result.taken()).extracting(t -> t.action().name()).containsExactly("one", "more", "stay", "never");
        List<Long> times = result.taken().stream().map(Taken::times).toList();
        // of four steps two are of `more`; 500 is five standard deviations
        assertThat(times.get(0)).isBetween(9_500L, 10_500L);
        assertThat(times.get(1)).isBetween(19_500L, 20_500L);
        assertThat(times.get(2)).isBetween(9_500L, 10_500L);
        assertThat(times.get(3)).isZero();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatIsSeenIsToldWithoutDetours(WalkEngine engine) throws IOException {
        WalkResult result = walk(engine, MIXED, 40_000, 100, Set.of());
        assertThat(steps(result)).isEqualTo(Map.of("Below", 5, "Slow", 1, "Eight", 4));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aDeadEndStartsOver(WalkEngine engine) throws IOException {
        WalkResult result = walk(engine, ENDING, 3_000, 100, Set.of());
        assertThat(result.walks()).isEqualTo(1_000);
        assertThat(result.steps()).isEqualTo(3_000);
        assertThat(steps(result)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aViolationStopsAfterItsStint(WalkEngine engine) throws IOException {
        WalkResult result = walk(engine, MIXED, 1L << 20, 100, Set.of("Below"));
        assertThat(result.ending()).isEqualTo(Ending.VIOLATION);
        assertThat(result.steps()).isEqualTo(1 << 16);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void timeEndsWhatHasNoEnd(WalkEngine engine) throws IOException {
        PlannedCheck check = planned(ENDING);
        WalkRequest request = new WalkRequest(
                check.system(),
                Asked.of(check.properties()),
                1,
                OptionalLong.empty(),
                Optional.of(Duration.ofMillis(1)),
                10,
                2,
                Set.of());
        assertThat(run(engine, request).ending()).isEqualTo(Ending.TIMEOUT);
    }

    /** Of what was seen, the steps of the trace. */
    private static Map<String, Integer> steps(WalkResult result) {
        Map<String, Integer> steps = new TreeMap<>();
        for (WalkResult.Answer answer : result.answers()) {
            Optional<Trace> trace = switch (answer.verdict()) {
                case Verdict.Holds holds -> holds.witness();
                case Verdict.Violated violated -> violated.trace();
                case Verdict.Unknown _ -> Optional.empty();
            };
            trace.ifPresent(t -> steps.put(answer.property().name(), t.steps().size()));
        }
        return steps;
    }

    private WalkResult walk(WalkEngine engine, String text, long steps, int depth, Set<String> stopAt)
            throws IOException {
        PlannedCheck check = planned(text);
        Set<Property> stopping = Set.copyOf(check.properties().stream()
                .filter(p -> stopAt.contains(p.name()))
                .toList());
        return run(
                engine,
                new WalkRequest(
                        check.system(),
                        Asked.of(check.properties()),
                        1,
                        OptionalLong.of(steps),
                        Optional.empty(),
                        depth,
                        1,
                        stopping));
    }

    private static WalkResult run(WalkEngine engine, WalkRequest request) {
        return Simulation.run(
                request, engine.prepare(request.system(), request.asked()).orElseThrow(), Watch.NOBODY);
    }

    private PlannedCheck planned(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.baton"), text);
        CheckOptions options = new CheckOptions(
                List.of(),
                List.of(),
                Map.of(),
                EngineChoice.AUTO,
                List.of(),
                1,
                Optional.empty(),
                Optional.empty(),
                LongRun.UNSAID,
                false);
        Plan plan = Plan.of(List.of(file), options);
        assertThat(plan.failed()).as(plan.diagnostics().toString()).isFalse();
        return plan.checks().getFirst();
    }
}
