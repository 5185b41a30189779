package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that write checkpoints are killed at random moments and resumed, some of them to be killed again. What comes out
 * in the end is what comes out of an undisturbed run. {@code -Dkills=20} kills so often; more often if all were too
 * early for a checkpoint.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 4);
    /** Runs after which one at least must have been resumed. */
    private static final int ENOUGH = 20;

    private static final String WALKERS = "src/test/resources/long_runs/walkers.baton";

    /** One word a state, fingerprints, and whole states with liveness to decide after them. */
    private static final List<List<String>> RUNS = List.of(
            List.of(WALKERS, "--property", "InStep", "--property", "SomeoneNear", "--property", "DeadlockFree"),
            List.of(WALKERS, "--workers", "2"),
            List.of("../specs/bench/mailbox.baton", "--param", "K=2"));

    @TempDir
    private Path folder = Path.of(".");

    private final Random random = new Random(20);
    private int resumed;

    @Test
    void aKilledRunEndsAsIfItHadNotBeenKilled() throws Exception {
        int kills = 0;
        int rounds = 0;
        while (kills < KILLS || (resumed == 0 && rounds < ENOUGH)) {
            List<String> run = RUNS.get(rounds % RUNS.size());
            long start = System.nanoTime();
            JsonNode undisturbed = finish(start(run, folder.resolve("undisturbed-" + rounds)), "undisturbed-" + rounds);
            long millis = (System.nanoTime() - start) / 1_000_000;
            Path checkpoints = folder.resolve("checkpoints-" + rounds);
            do {
                kills += killed(run, checkpoints, millis) ? 1 : 0;
            } while (kills < KILLS && random.nextInt(3) > 0);
            String json = "resumed-" + rounds;
            JsonNode disturbed = finish(start(going(run, checkpoints), folder.resolve(json)), json);
            assertThat(disturbed).isEqualTo(undisturbed);
            rounds++;
        }
        System.out.println(kills + " kills in " + rounds + " runs, " + resumed + " resumptions");
        assertThat(resumed).isPositive();
    }

    /** Whether the run still ran when it was to be killed. */
    private boolean killed(List<String> run, Path checkpoints, long millis) throws Exception {
        Process process = start(going(run, checkpoints), folder.resolve("killed"));
        boolean over = process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        assertThat(over && process.exitValue() != 0).as(() -> log("killed")).isFalse();
        return !over;
    }

    /** The run with checkpoints, from the last one if there is one. */
    private List<String> going(List<String> run, Path checkpoints) throws IOException {
        boolean some = Files.exists(checkpoints);
        if (some) {
            try (var files = Files.walk(checkpoints)) {
                some = files.anyMatch(f -> f.endsWith("search.checkpoint"));
            }
        }
        List<String> arguments = new ArrayList<>(run);
        arguments.addAll(List.of(some ? "--resume" : "--checkpoint-dir", checkpoints.toString()));
        arguments.addAll(List.of("--checkpoint-every", "50ms"));
        resumed += some ? 1 : 0;
        return arguments;
    }

    private static Process start(List<String> arguments, Path output) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                path,
                Main.class.getName(),
                "check",
                "--json",
                "-"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(new File(output + ".json"))
                .redirectError(new File(output + ".log"))
                .start();
    }

    /** What a run says when it is left alone, without its times. */
    private JsonNode finish(Process process, String name) throws Exception {
        assertThat(process.waitFor()).as(() -> log(name)).isZero();
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
        for (JsonNode check : json.get("checks")) {
            ((ObjectNode) check).remove("seconds");
        }
        return json.get("checks");
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
