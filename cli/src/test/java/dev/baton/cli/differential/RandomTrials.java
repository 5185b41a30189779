package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a test does that puts many protocols through one trial: random ones, and all those that engines once disagreed
 * on. How many, and of how much what is found must be, tests say themselves.
 */
abstract class RandomTrials {
    private final Trial trial;
    private final Tally tally;

    /** @param tally counts what becomes of the random ones */
    RandomTrials(Trial trial, Tally tally) {
        this.trial = trial;
        this.tally = tally;
    }

    final void tryOne(List<Integer> numbers) {
        String text = RandomProtocol.of(numbers);
        Trial.Outcome outcome = trial.of(text);
        tally.count(outcome);
        assertThat(outcome).as(text).isNotInstanceOf(Trial.Failed.class);
    }

    @Provide
    final Arbitrary<List<Integer>> numbers() {
        return Numbers.arbitrary();
    }

    @ParameterizedTest
    @MethodSource("dev.baton.cli.differential.DisagreementsTest#files")
    final void alsoOfProtocolsThatEnginesOnceDisagreedOn(Path file) throws IOException {
        assertThat(trial.of(Files.readString(file))).isNotInstanceOf(Trial.Failed.class);
    }
}
