package dev.baton.cli.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeds faults into generated code and the runtime, one at a time, and sees whether trace tests and validated runs
 * catch them. Started by {@code bench/mutants}; writes {@code target/mutants.md}.
 */
@EnabledIfSystemProperty(named = "mutants", matches = ".*")
final class SeededFaultsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("baton.root", "..")).toAbsolutePath().normalize();
    private static final Path TABLE = Path.of("target", "mutants.md");

    /** In thirty, so many at least are to be caught. */
    private static final double CAUGHT = 28.0 / 30;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void areCaught() throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Mutant> mutants =
                Mutant.read(Files.readString(ROOT.resolve("cli/src/test/resources/mutants/mutants.txt"))).stream()
                        .filter(m -> m.name().matches(System.getProperty("mutants")))
                        .toList();
        Workshop workshop = workshop();
        Verdicts verdicts = new Verdicts(ROOT, workshop.base());
        List<String> trials = mutants.stream()
                .flatMap(m -> m.trials().stream())
                .distinct()
                .map(workshop::trial)
                .toList();
        Map<String, Path> classes = new LinkedHashMap<>();
        for (Mutant m : mutants) {
            classes.put(m.name(), workshop.compile(m));
        }
        Verdicts.Verdict control = verdicts.of(Optional.empty(), trials);
        assertThat(control.by()).as("without a fault: %s", control.why()).isEmpty();
        say(String.format(Locale.ROOT, "without a fault all pass, %.0f s", seconds(start)));
        List<String> table = new ArrayList<>();
        List<String> uncaught = new ArrayList<>();
        for (Mutant m : mutants) {
            long since = System.nanoTime();
            Verdicts.Verdict verdict = verdicts.of(
                    Optional.ofNullable(classes.get(m.name())),
                    m.trials().stream().map(workshop::trial).toList());
            say(String.format(
                    Locale.ROOT,
                    "%-32s %5.1f s  %s %s",
                    m.name(),
                    seconds(since),
                    verdict.by().orElse("not caught"),
                    verdict.why()));
            table.add("| `" + m.file() + "` | " + m.fault() + " | "
                    + verdict.by().map(by -> "`" + by + "`").orElse("**not caught**") + " |");
            if (verdict.by().isEmpty()) {
                uncaught.add(m.name());
            }
        }
        String sum = (mutants.size() - uncaught.size()) + " of " + mutants.size() + " are caught";
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                TABLE, "| in | fault | caught by |\n|---|---|---|\n" + String.join("\n", table) + "\n\n" + sum + "\n");
        say(String.format(Locale.ROOT, "%s, %.0f s", sum, seconds(start)));
        assertThat(uncaught.size()).as("not caught: %s", uncaught).isLessThanOrEqualTo((int)
                (mutants.size() * (1 - CAUGHT)));
    }

    private Workshop workshop() throws IOException {
        Workshop workshop = new Workshop(folder, ROOT.resolve("reference-impl"));
        Subjects subjects = new Subjects(ROOT);
        workshop.copy();
        for (Subjects.Subject subject : Subjects.TRACED) {
            workshop.trace(subject, subjects.protocol(subject));
        }
        for (String name :
                Scenario.ALL.stream().map(Scenario::protocol).distinct().toList()) {
            workshop.run(Subjects.ran(name), subjects.protocol(Subjects.ran(name)));
        }
        workshop.compile();
        return workshop;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
