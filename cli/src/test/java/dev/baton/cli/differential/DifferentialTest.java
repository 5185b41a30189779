package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The interpreter, the compiled search and TLC say the same of random protocols: the same verdicts, the same number of
 * states, shortest counterexamples of one length. {@code CampaignTest} does the same with more of them.
 */
final class DifferentialTest {
    private static final Trial TRIAL = new Trial(4_000);
    private static final Tally TALLY = new Tally();

    /** Some are too large to be compared here: at least 200 are. */
    @Property(tries = 280, seed = "20260223", edgeCases = EdgeCasesMode.NONE)
    void enginesAgree(@ForAll("numbers") List<Integer> numbers) {
        String text = RandomProtocol.of(numbers);
        Trial.Outcome outcome = TRIAL.of(text);
        TALLY.count(outcome);
        assertThat(outcome).as(text).isNotInstanceOf(Trial.Failed.class);
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Numbers.arbitrary();
    }

    /** So that agreement is not agreement on nothing. */
    @AfterContainer
    static void mostProtocolsDoSomething() {
        assertThat(TALLY.agreed()).as(TALLY.text()).isGreaterThanOrEqualTo(200);
        assertThat(TALLY.median()).as(TALLY.text()).isGreaterThan(40);
        assertThat(TALLY.violated()).as(TALLY.text()).isGreaterThan(100);
    }
}
