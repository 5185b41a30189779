package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The bounded search finds of random protocols what the compiled search finds; {@code ./campaign} does more of it. */
final class BoundedSearchTest extends RandomTrials {
    private static final Trial TRIAL = new Trial(400, Asked.SMT);
    private static final Tally TALLY = new Tally();

    BoundedSearchTest() {
        super(TRIAL, TALLY);
    }

    @Property(tries = 60, seed = "20261126", edgeCases = EdgeCasesMode.NONE)
    void findsWhatThereIs(@ForAll("numbers") List<Integer> numbers) {
        tryOne(numbers);
    }

    /** So that agreement is not agreement on nothing. */
    @AfterContainer
    static void someProtocolsDoSomething() {
        assertThat(TALLY.agreed()).as(TALLY.text()).isGreaterThanOrEqualTo(20);
        assertThat(TALLY.violated()).as(TALLY.text()).isGreaterThan(10);
    }
}
