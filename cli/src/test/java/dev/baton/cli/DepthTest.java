package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Inputs;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.differential.BoundedSearches;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every check of the library by the bounded search, as deep as its farthest state: what {@code bench/depth} runs. */
@EnabledIfSystemProperty(named = "depth.seconds", matches = "\\d+")
final class DepthTest {
    private static final Path SPECS =
            Path.of(System.getProperty("baton.root", "..")).resolve("specs");

    private final List<String> lengths = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void boundedSearchesComeToTheFarthestState() {
        say("| check | steps | seconds | proved | refuted, reached | bounded | undecided |");
        say("|---|---|---|---|---|---|---|");
        String wanted = System.getProperty("depth.only", "");
        for (Path file : Inputs.files(List.of(SPECS), folder -> {
            throw new AssertionError("no protocols below " + folder);
        })) {
            for (PlannedCheck check : Plan.of(List.of(file), options()).checks()) {
                String name = file.getFileName().toString().replace(".baton", " ") + check.name();
                if (name.contains(wanted)) {
                    compare(name, check);
                }
            }
        }
        say("");
        say("| check | property | steps, compiled search | steps, bounded search |");
        say("|---|---|---|---|");
        lengths.forEach(DepthTest::say);
        assertThat(differences).isEmpty();
    }

    private void compare(String name, PlannedCheck check) {
        CheckResult full = new ExplicitEngine()
                .check(
                        new CheckRequest(check.system(), check.properties(), 1, Optional.empty(), Optional.empty()),
                        Watch.NOBODY);
        BoundedSearches bounded =
                new BoundedSearches(check.system(), full, Duration.ofSeconds(Long.getLong("depth.seconds", 60)));
        long start = System.nanoTime();
        bounded.run(true);
        double seconds = (System.nanoTime() - start) / 1e9;
        bounded.differences().forEach(difference -> differences.add(name + ": " + difference));
        List<String> proved = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<String> within = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < bounded.answers().size(); i++) {
            Property property = bounded.answers().get(i).property();
            Verdict verdict = bounded.answers().get(i).verdict();
            Optional<Trace> trace = trace(verdict);
            if (trace.isPresent()) {
                shown.add(property.name() + " " + trace.get().steps().size());
                lengths.add("| `" + name + "` | " + property.name() + " | "
                        + trace(full.answers().get(i).verdict())
                                .map(t -> "" + t.steps().size())
                                .orElse("-")
                        + " | " + trace.get().steps().size() + " |");
            } else if (verdict instanceof Verdict.Unknown(String reason)) {
                (reason.startsWith("bounded: ") ? within : open)
                        .add(property.name() + (reason.startsWith("bounded: ") ? "" : " (" + reason + ")"));
            } else {
                proved.add(property.name());
            }
        }
        say(String.format(
                Locale.ROOT,
                "| `%s` | %d | %.1f | %s | %s | %s | %s |",
                name,
                bounded.depth(),
                seconds,
                String.join(", ", proved),
                String.join(", ", shown),
                String.join(", ", within),
                String.join(", ", open)));
    }

    private static Optional<Trace> trace(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> v.witness();
            case Verdict.Violated v -> v.trace();
            case Verdict.Unknown _ -> Optional.empty();
        };
    }

    private static CheckOptions options() {
        return new CheckOptions(
                List.of(),
                List.of(),
                Map.of(),
                EngineChoice.ALL,
                List.of(),
                1,
                Optional.empty(),
                Optional.empty(),
                LongRun.UNSAID,
                false);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
