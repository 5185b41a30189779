package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Checkpoints;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.dsl.Frontend;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Liveness violations that the compiled search finds before it has visited everything, and what it must not find. */
final class EarlyLivenessTest {
    private static final long NEVER = Long.MAX_VALUE;

    /** 2 to the 28th states. A fair loop switches every lamp twice, and the client waits. */
    private static final String LAMPS = """
        protocol Lamps
        kernel Lamp[27] {
          var lit: bool = false
          action flip { lit = not lit }
        }
        kernel Client {
          states Idle, Waiting, Served
          in Idle { action ask { goto Waiting } }
        }
        invariant NeverServed: Client.state != Served
        liveness Serves: Client.state == Waiting leads to Client.state == Served
        liveness Asks: eventually Client.state == Waiting
        """;

    /** Goes up, then round from the top back to where the loop begins. */
    private static final String ROUND = """
        protocol Round
        param TOP: 1..1000 = 20
        param BACK: 0..1000 = 10
        kernel Climber {
          var at_step: 0..1000 = 0
          action climb when at_step < TOP { at_step = at_step + 1 }
          action jump when at_step == TOP { at_step = BACK }
        }
        liveness Returns: always eventually Climber.at_step == 0
        liveness Arrives: eventually Climber.at_step == TOP
        """;

    /** A lamp can be switched for ever in every state, but the climber is treated fairly. */
    private static final String CLIMB = """
        protocol Climb
        kernel Lamp {
          var lit: bool = false
          action flip { lit = not lit }
        }
        kernel Climber {
          var at_step: 0..1000 = 0
          action climb when at_step < 1000 { at_step = at_step + 1 }
        }
        liveness Arrives: eventually Climber.at_step == 1000
        liveness Stays: eventually always Climber.at_step == 1000
        liveness Leaves: Climber.at_step == 7 leads to Climber.at_step == 8
        """;

    @Test
    void findsTheViolationAtTheFirstLook() {
        TransitionSystem system = system(LAMPS, Map.of());
        CheckRequest alone = request(system, 1, "Serves");
        CheckResult result = new ExplicitEngine().check(alone, Watch.NOBODY);
        assertThat(trace(result, "Serves").loop()).isPresent();
        assertThat(trace(result, "Serves").length()).isLessThan(60);
        assertThat(result.complete()).isFalse();
        assertThat(result.distinct().orElseThrow()).isBetween(1L << 15, 1_000_000L);
        assertThat(result.coverage()).isEmpty();
        for (int workers : List.of(2, 4)) {
            same(result, new ExplicitEngine().check(request(system, workers, "Serves"), Watch.NOBODY));
        }
    }

    /** It is told when it is found; what is found then stands when the user stops the run. */
    @Test
    void goesOnForOtherPropertiesUntilTheUserStopsIt() {
        Listener impatient = new Listener();
        CheckRequest all = request(system(LAMPS, Map.of()), 2, "Serves", "Asks", "NeverServed");
        CheckResult result = new ExplicitEngine(1000).check(all, impatient);
        assertThat(impatient.notices)
                .containsExactly("`Serves` is violated; the search goes on for the other properties");
        assertThat(trace(result, "Serves").loop()).isPresent();
        assertThat(verdict(result, "Asks")).isEqualTo(new Verdict.Unknown("cancelled"));
        assertThat(verdict(result, "NeverServed")).isEqualTo(new Verdict.Unknown("cancelled"));
        assertThat(result.distinct().orElseThrow()).isLessThan(1_000_000);
    }

    @Test
    void whatWasFoundIsPartOfACheckpoint(@TempDir Path folder) {
        TransitionSystem system = system(LAMPS, Map.of());
        CheckResult first = new ExplicitEngine(1000).check(checkpointing(system, folder, false), new Listener());
        assertThat(folder.resolve(Checkpoints.NAME)).exists();
        Listener again = new Listener();
        again.notices.add("stop at once");
        CheckResult resumed = new ExplicitEngine(1000).check(checkpointing(system, folder, true), again);
        assertThat(resumed.distinct().orElseThrow())
                .isGreaterThanOrEqualTo(first.distinct().orElseThrow());
        assertThat(resumed.complete()).isFalse();
        assertThat(verdict(resumed, "Serves")).isEqualTo(verdict(first, "Serves"));
        assertThat(trace(resumed, "Serves").loop()).isPresent();
        assertThat(again.notices).hasSize(1);
    }

    private static CheckRequest checkpointing(TransitionSystem system, Path folder, boolean resume) {
        CheckRequest plain = request(system, 1, "Serves", "NeverServed");
        return new CheckRequest(
                system,
                plain.properties(),
                1,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.of(new Checkpoints(folder, Duration.ofDays(1), resume)),
                false);
    }

    /** Every look sees a part of the way; where that ends the system does not stop, and no loop is closed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 9, 10, 11, 12, 15, 19, 20, 21})
    void aLoopThroughWhatIsNotExpandedIsNotMisjudged(long firstLook) {
        TransitionSystem system = system(ROUND, Map.of());
        CheckResult result = new ExplicitEngine(firstLook).check(everything(system), Watch.NOBODY);
        assertThat(result.complete()).isTrue();
        assertThat(result.distinct()).hasValue(21);
        assertThat(verdict(result, "Arrives")).isInstanceOf(Verdict.Holds.class);
        Trace trace = trace(result, "Returns");
        assertThat(trace.loop())
                .hasValue(trace(without(system), "Returns").loop().orElseThrow());
        same(without(system), result);
    }

    /** Only going on is fair where the known states end, and where it leads to is not known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 4, 7, 64})
    void whatHoldsIsNotViolatedInPart(long firstLook) {
        TransitionSystem system = system(CLIMB, Map.of());
        for (int workers : List.of(1, 4)) {
            CheckRequest request =
                    new CheckRequest(system, system.properties(), workers, Optional.empty(), Optional.empty());
            CheckResult result = new ExplicitEngine(firstLook).check(request, Watch.NOBODY);
            assertThat(result.answers()).allMatch(a -> a.verdict() instanceof Verdict.Holds);
            assertThat(result.distinct()).hasValue(2002);
            same(without(system), result);
        }
    }

    @Test
    void looksSeveralTimesWhereNothingIsFound() {
        TransitionSystem system = system("""
            protocol Many
            kernel Lamp[13] {
              var lit: bool = false
              action flip { lit = not lit }
            }
            kernel Client {
              states Idle, Waiting, Served
              in Idle { action ask { goto Waiting } }
              in Waiting { action take { goto Served } }
            }
            liveness Serves: Client.state == Waiting leads to Client.state == Served
            """, Map.of());
        Listener listener = new Listener();
        CheckResult result = new ExplicitEngine(100).check(everything(system), listener);
        assertThat(listener.looks).hasSizeGreaterThanOrEqualTo(3).allMatch(n -> n < 3 << 13);
        assertThat(result.distinct()).hasValue(3 << 13);
        assertThat(verdict(result, "Serves")).isInstanceOf(Verdict.Holds.class);
        same(without(system), result);
    }

    /** A search that may not go on looks once at what it has. */
    @Test
    void looksOnceMoreWhereDepthOrMemoryEndsTheSearch() {
        TransitionSystem round = system(ROUND, Map.of());
        for (int depth : List.of(20, 21, 22)) {
            CheckResult bounded =
                    new ExplicitEngine(NEVER).check(bounded(round, depth, Optional.empty()), Watch.NOBODY);
            assertThat(bounded.complete()).as("depth " + depth).isEqualTo(depth > 20);
            if (depth > 20) {
                assertThat(verdict(bounded, "Returns")).isInstanceOf(Verdict.Violated.class);
                assertThat(verdict(bounded, "Arrives")).isInstanceOf(Verdict.Holds.class);
            } else {
                assertThat(verdict(bounded, "Returns")).isInstanceOf(Verdict.Unknown.class);
            }
        }
        TransitionSystem lamps = system(LAMPS, Map.of());
        CheckResult shallow = new ExplicitEngine(NEVER).check(bounded(lamps, 3, Optional.empty()), Watch.NOBODY);
        assertThat(trace(shallow, "Serves").loop()).isPresent();
        assertThat(verdict(shallow, "Asks")).isInstanceOf(Verdict.Unknown.class);
        CheckResult small = new ExplicitEngine(NEVER).check(bounded(lamps, 1000, Optional.of(32L << 20)), Watch.NOBODY);
        assertThat(small.complete()).isFalse();
        assertThat(trace(small, "Serves").loop()).isPresent();
        assertThat(verdict(small, "Asks"))
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("memory"));
    }

    private static CheckRequest bounded(TransitionSystem system, int depth, Optional<Long> memory) {
        return new CheckRequest(
                system,
                system.properties(),
                2,
                Optional.empty(),
                memory,
                OptionalInt.of(depth),
                false,
                Optional.empty(),
                false);
    }

    /** Wants to stop once it has been told something. */
    private static final class Listener implements Watch {
        private final List<String> notices = new ArrayList<>();
        private final Set<Long> looks = new TreeSet<>();

        @Override
        public boolean cancelled() {
            return !notices.isEmpty();
        }

        @Override
        public void progress(Progress progress) {
            if (progress.phase().equals("liveness so far")) {
                looks.add(progress.distinct().orElseThrow());
            }
        }

        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }
    }

    private static CheckResult without(TransitionSystem system) {
        return new ExplicitEngine(NEVER).check(everything(system), Watch.NOBODY);
    }

    private static CheckRequest everything(TransitionSystem system) {
        return new CheckRequest(system, system.properties(), 1, Optional.empty(), Optional.empty());
    }

    private static CheckRequest request(TransitionSystem system, int workers, String... names) {
        List<Property> properties = system.properties().stream()
                .filter(p -> Stream.of(names).anyMatch(p.name()::equals))
                .toList();
        assertThat(properties).hasSize(names.length);
        return new CheckRequest(system, properties, workers, Optional.empty(), Optional.empty());
    }

    private static void same(CheckResult one, CheckResult other) {
        assertThat(other.answers()).isEqualTo(one.answers());
        assertThat(other.distinct()).isEqualTo(one.distinct());
        assertThat(other.generated()).isEqualTo(one.generated());
        assertThat(other.depth()).isEqualTo(one.depth());
        assertThat(other.complete()).isEqualTo(one.complete());
    }

    private static Trace trace(CheckResult result, String property) {
        return ((Verdict.Violated) verdict(result, property)).trace().orElseThrow();
    }

    private static Verdict verdict(CheckResult result, String property) {
        return result.answers().stream()
                .filter(a -> a.property().name().equals(property))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static TransitionSystem system(String text, Map<String, Integer> parameters) {
        Path path = Path.of("test.baton");
        var loaded = Frontend.load(path, new SourceFile(path.toString(), text));
        assertThat(loaded.result()).as(loaded.diagnostics().toString()).isPresent();
        var protocol = Frontend.protocol(loaded.result().orElseThrow(), parameters);
        assertThat(protocol.result()).as(protocol.diagnostics().toString()).isPresent();
        return Lowering.lower(protocol.result().orElseThrow());
    }
}
