package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A long differential run, started by {@code ./campaign}: goes on after failures, shrinks each and writes it to
 * {@code target/campaign}.
 */
@EnabledIfSystemProperty(named = "campaign.tries", matches = "\\d+")
final class CampaignTest {
    private static final int EVERY = 250;
    private static final Path FOLDER = Path.of("target", "campaign");

    @Test
    void enginesAgree() throws IOException {
        long tries = Long.getLong("campaign.tries", 5_000);
        long seed = Long.getLong("campaign.seed", System.nanoTime() % 1_000_000);
        say("campaign.seed = " + seed + ", campaign.tries = " + tries);
        Files.createDirectories(FOLDER);
        Trial trial = new Trial(
                Integer.getInteger("campaign.states", 20_000),
                Asked.named(System.getProperty("campaign.engines", "all")));
        Tally tally = new Tally();
        List<String> failures = new ArrayList<>();
        long start = System.nanoTime();
        for (long i = 0; i < tries; i++) {
            List<Integer> numbers = Numbers.of(seed, i);
            Trial.Outcome outcome = trial.of(RandomProtocol.of(numbers));
            tally.count(outcome);
            if (outcome instanceof Trial.Failed failed) {
                failures.add(write(seed, i, Shrinking.shrunk(numbers, failed, trial)));
            }
            if ((i + 1) % EVERY == 0 || i + 1 == tries) {
                double seconds = (System.nanoTime() - start) / 1e9;
                say(String.format(
                        Locale.ROOT, "%d of %d, %.1f a second; %s", i + 1, tries, (i + 1) / seconds, tally.text()));
            }
        }
        Files.writeString(FOLDER.resolve("summary.txt"), "seed " + seed + "\n" + tally.text() + "\n");
        assertThat(failures).isEmpty();
    }

    private static String write(long seed, long i, Shrinking.Shrunk shrunk) throws IOException {
        Path file = FOLDER.resolve("seed" + seed + "_" + i + ".baton");
        String comment =
                ("// " + shrunk.failed().stage() + "\n" + shrunk.failed().what()).replace("\n", "\n// ");
        Files.writeString(file, comment + "\n" + shrunk.text());
        say(file + ": " + shrunk.failed().stage() + ": "
                + shrunk.failed().what().lines().findFirst().orElse(""));
        return file.toString();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
