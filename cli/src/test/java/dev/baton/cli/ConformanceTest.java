package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Engine;
import dev.baton.checker.tla.WarmTlcEngine;
import dev.baton.cli.check.Agreement;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Inputs;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.cli.differential.BoundedSearches;
import dev.baton.cli.differential.ReducedSearches;
import dev.baton.model.system.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every check of every protocol in {@code specs/}, and of those in {@code semantics/} that state the language's rules,
 * with every engine: verdicts as the protocol expects, and the engines agree on them, on the numbers of states and on
 * the lengths of the shortest counterexamples. A check that an engine refuses is reported as skipped, with the engine's
 * reason.
 */
final class ConformanceTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));
    private static final Path SPECS = ROOT.resolve("specs");
    private static final Path RULES = Path.of("src/test/resources/semantics");
    private static final Path STATES = Path.of("src/test/resources/conformance.txt");
    private static final int WORKERS = 1;
    private static final Duration FOR_BOUNDED_SEARCH = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicNode> everyCheckWithEveryEngine() {
        List<Run> runs = new ArrayList<>();
        List<DynamicNode> files = new ArrayList<>();
        for (Path file : files(SPECS)) {
            Plan plan = Plan.of(List.of(file), options(Map.of()));
            DynamicNode clean = dynamicTest("is read without a complaint", () -> clean(plan));
            files.add(node(SPECS.relativize(file).toString(), plan, clean, Engines.of(EngineChoice.ALL), runs));
        }
        List<Engine> warm = warm();
        for (Path file : files(RULES)) {
            Plan plan = Plan.of(List.of(file), options(Map.of()));
            DynamicNode read =
                    dynamicTest("is read", () -> assertThat(plan.checks()).isNotEmpty());
            files.add(node("semantics/" + RULES.relativize(file), plan, read, warm, runs));
        }
        files.add(dynamicTest(
                "numbers of states",
                () -> golden(String.join("", runs.stream().map(Run::states).toList()))));
        return files.stream();
    }

    private static DynamicNode node(String file, Plan plan, DynamicNode first, List<Engine> engines, List<Run> runs) {
        List<DynamicNode> nodes = new ArrayList<>(List.of(first));
        for (PlannedCheck check : plan.checks()) {
            Run run = new Run(file, check, options(Map.of()), engines);
            runs.add(run);
            nodes.add(dynamicContainer(check.name(), run.tests()));
        }
        return dynamicContainer(file, nodes);
    }

    /** All engines, but with TLC in this JVM: the rules are many small checks. */
    private static List<Engine> warm() {
        Engine tlc = new WarmTlcEngine();
        return Engines.of(EngineChoice.ALL).stream()
                .map(engine -> engine.name().equals(tlc.name()) ? tlc : engine)
                .toList();
    }

    /** As many as the authors of the TLA+ module's model get. */
    @Test
    void sevenResourceManagersMakeTheStatesOfTheTlaModule() {
        CheckOptions options = options(Map.of("RMS", 7));
        Plan plan = Plan.of(List.of(SPECS.resolve("classic/two_phase_commit.baton")), options);
        Run run = new Run("two_phase_commit", plan.checks().getFirst(), options, Engines.of(EngineChoice.ALL));
        for (Engine engine : run.engines) {
            Outcome outcome = run.outcome(engine);
            assertThat(outcome.result().distinct()).as(engine.name()).hasValue(296_448);
            assertThat(outcome.result().generated()).as(engine.name()).hasValue(2_744_706);
        }
    }

    @Test
    void theLostMessageIsAShortStory() {
        CheckOptions options = options(Map.of());
        Plan plan = Plan.of(List.of(SPECS.resolve("ipi/single_slot.baton")), options);
        Run run = new Run("single_slot", plan.checks().getFirst(), options, Engines.of(EngineChoice.ALL));
        PropertyOutcome first = run.outcome(run.engines.getFirst()).properties().stream()
                .filter(PropertyOutcome::violated)
                .findFirst()
                .orElseThrow();
        assertThat(first.name()).isEqualTo("NoneLost");
        assertThat(first.trace().orElseThrow().steps()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void everyProtocolIsInTheTableOfTheLibrary() throws IOException {
        String table = Files.readString(SPECS.resolve("README.md"));
        for (Path file : files(SPECS)) {
            assertThat(table).contains("](" + SPECS.relativize(file).toString().replace('\\', '/') + ")");
        }
    }

    /** {@code -Dgolden=update} writes the numbers anew, and fails. */
    private static void golden(String actual) throws IOException {
        String expected = Files.exists(STATES) ? Files.readString(STATES) : "";
        if ("update".equals(System.getProperty("golden")) && !actual.equals(expected)) {
            Files.writeString(STATES, actual);
            fail("updated " + STATES);
        }
        assertThat(actual).as(STATES.toString()).isEqualTo(expected);
    }

    private static List<Path> files(Path root) {
        return Inputs.files(List.of(root), folder -> {
            throw new AssertionError("no protocols below " + folder);
        });
    }

    private static CheckOptions options(Map<String, Integer> parameters) {
        return new CheckOptions(
                List.of(),
                List.of(),
                parameters,
                EngineChoice.ALL,
                List.of(),
                WORKERS,
                Optional.of(Duration.ofMinutes(10)),
                Optional.empty(),
                LongRun.UNSAID,
                false);
    }

    private static void clean(Plan plan) {
        plan.diagnostics().forEach((file, said) -> assertThat(said).as(file).isEmpty());
        assertThat(plan.checks()).isNotEmpty();
        assertThat(plan.checks())
                .as("a protocol of the library says what to expect: in a check of its own")
                .noneMatch(c -> c.name().equals("default"));
    }

    /** A check, and what engines made of it: each is asked once, when something is to be known. */
    private static final class Run {
        private final String file;
        private final PlannedCheck check;
        private final CheckOptions options;
        private final List<Engine> engines;
        private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

        Run(String file, PlannedCheck check, CheckOptions options, List<Engine> engines) {
            this.file = file;
            this.check = check;
            this.options = options;
            this.engines = engines;
        }

        Outcome outcome(Engine engine) {
            return outcomes.computeIfAbsent(
                    engine.name(),
                    name -> new CheckRun(options, List.of(engine), new Interruption())
                            .run(List.of(check), CheckRun.Observer.NOBODY)
                            .getFirst());
        }

        Stream<DynamicNode> tests() {
            List<DynamicNode> tests = new ArrayList<>();
            for (Engine engine : engines) {
                tests.add(dynamicTest(engine.name(), () -> asExpected(engine)));
            }
            tests.add(dynamicTest("engines agree", this::agree));
            tests.add(dynamicTest("reductions change no verdict", this::reduced));
            tests.add(dynamicTest("the bounded search finds what there is", this::bounded));
            return tests.stream();
        }

        private void asExpected(Engine engine) {
            Outcome outcome = outcome(engine);
            if (outcome.refused()) {
                abort(engine.name() + ": " + outcome.properties().getFirst().guarantee());
            }
            assertThat(outcome.result().complete()).as("visits every state").isTrue();
            for (PropertyOutcome property : outcome.properties()) {
                assertThat(property.asExpected())
                        .as(property.name() + " " + property.word() + ": " + property.guarantee())
                        .isTrue();
                if (property.violated() && property.property().kind() != Property.Kind.COVER) {
                    assertThat(property.trace()).as(property.name()).isPresent();
                }
            }
        }

        private void agree() {
            List<Outcome> all = engines.stream()
                    .map(this::outcome)
                    .filter(o -> !o.refused())
                    .toList();
            assertThat(all).as("engines that can serve it").hasSizeGreaterThan(1);
            assertThat(Agreement.disagreements(all, WORKERS)).isEmpty();
        }

        private void reduced() {
            CheckResult full = outcome(engines.getFirst()).result();
            ReducedSearches reduced = new ReducedSearches(check.system(), full, 2);
            reduced.run();
            assertThat(reduced.differences()).isEmpty();
        }

        /** Where it takes too long to come as deep as the farthest state, what it has said by then is compared. */
        private void bounded() {
            CheckResult full = outcome(engines.getFirst()).result();
            BoundedSearches bounded = new BoundedSearches(check.system(), full, FOR_BOUNDED_SEARCH);
            bounded.run(true);
            assertThat(bounded.differences()).isEmpty();
            if (!bounded.finished()) {
                abort("the bounded search needs more than " + FOR_BOUNDED_SEARCH.toSeconds() + " s");
            }
        }

        /** A line for the golden file: distinct and generated states, and depth. */
        String states() {
            Outcome outcome = outcome(engines.getFirst());
            return String.format(
                    Locale.ROOT,
                    "%s %s: %d distinct, %d generated, depth %d\n",
                    file,
                    check.name(),
                    outcome.result().distinct().orElseThrow(),
                    outcome.result().generated().orElseThrow(),
                    outcome.result().depth().orElseThrow());
        }
    }
}
