package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounded search finds of random protocols what the compiled search finds; {@code ./campaign} does more of it. */
final class BoundedSearchTest {
    private static final Trial TRIAL = new Trial(400, Asked.SMT);
    private static final Tally TALLY = new Tally();

    @Property(tries = 60, seed = "20261126", edgeCases = EdgeCasesMode.NONE)
    void findsWhatThereIs(@ForAll("numbers") List<Integer> numbers) {
        String text = RandomProtocol.of(numbers);
        Trial.Outcome outcome = TRIAL.of(text);
        TALLY.count(outcome);
        assertThat(outcome).as(text).isNotInstanceOf(Trial.Failed.class);
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Numbers.arbitrary();
    }

    @ParameterizedTest
    @MethodSource("dev.baton.cli.differential.DisagreementsTest#files")
    void alsoOfProtocolsThatEnginesOnceDisagreedOn(Path file) throws IOException {
        assertThat(TRIAL.of(Files.readString(file))).isNotInstanceOf(Trial.Failed.class);
    }

    /** So that agreement is not agreement on nothing. */
    @AfterContainer
    static void someProtocolsDoSomething() {
        assertThat(TALLY.agreed()).as(TALLY.text()).isGreaterThanOrEqualTo(20);
        assertThat(TALLY.violated()).as(TALLY.text()).isGreaterThan(10);
    }
}
