package dev.baton.model.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The counts that TLC reports. */
final class TwoPhaseTest {

    @Test
    void threeResourceManagers() {
        SystemBuilder system = TwoPhase.of(3);
        Exploration found = system.explore();
        assertThat(found.distinct()).isEqualTo(288);
        assertThat(found.generated()).isEqualTo(1146 + 29);
        assertThat(found.depth()).isEqualTo(11);
        assertThat(found.findings().getFirst().outcome()).isInstanceOf(Exploration.Outcome.Holds.class);
    }
}
