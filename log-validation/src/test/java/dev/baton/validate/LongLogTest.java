package dev.baton.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.protocol.Protocol;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of a protocol that never comes back to a state, of kernels that are preempted for long. */
final class LongLogTest {

    @ParameterizedTest
    @ValueSource(longs = {100, 10_000, 1_000_000})
    void theWaysStayFew(long longest) throws LogException {
        Protocol protocol = Protocols.resource("ring_for_ever.baton", Map.of());
        LogSimulator simulator = new LogSimulator(protocol, new Random(7), 30, longest);
        String log = LogSimulator.text(protocol, simulator.walk(10_000));
        Verdict verdict = Logs.validate(Protocols.subject(protocol), log);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict.count().events()).isGreaterThanOrEqualTo(10_000);
        assertThat(verdict.count().widest()).isLessThan(1000);
    }
}
