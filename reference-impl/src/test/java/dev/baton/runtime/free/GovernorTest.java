package dev.baton.runtime.free;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.runtime.StrandEnd;
import org.junit.jupiter.api.Test;

/** Who is held back still sees that all is over. */
final class GovernorTest {
    @Test
    void theEndOfTheRunEndsAWait() {
        Governor governor = new Governor(1, () -> true);
        assertThatThrownBy(() -> {
                    while (true) {
                        governor.await();
                    }
                })
                .isInstanceOf(StrandEnd.class);
    }
}
