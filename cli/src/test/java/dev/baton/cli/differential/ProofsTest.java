package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What is proved of random protocols holds in all states that the interpreter finds, and what is refuted does not:
 * {@code ./campaign TRIES SEED prove} does the same with more of them.
 */
final class ProofsTest extends RandomTrials {
    private static final Trial TRIAL = new Trial(1_000, Asked.PROVE);
    private static final Tally TALLY = new Tally();

    ProofsTest() {
        super(TRIAL, TALLY);
    }

    @Property(tries = 40, seed = "20261127", edgeCases = EdgeCasesMode.NONE)
    void proofsAgreeWithTheInterpreter(@ForAll("numbers") List<Integer> numbers) {
        tryOne(numbers);
    }

    /** So that agreement is not agreement on nothing. */
    @AfterContainer
    static void someIsProvedAndSomeRefuted() {
        assertThat(TALLY.proofs("all methods", "proved")).as(TALLY.text()).isGreaterThan(20);
        assertThat(TALLY.proofs("all methods", "refuted")).as(TALLY.text()).isGreaterThan(10);
    }
}
