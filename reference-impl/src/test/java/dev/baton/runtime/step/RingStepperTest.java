package dev.baton.runtime.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Life;
import dev.baton.runtime.ring.RingPublished;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The published ring, one step at a time. */
final class RingStepperTest {
    private final Stepper<RingPublished> ring = Stepper.of(RingPublished::new);

    @AfterEach
    void close() {
        ring.close();
    }

    private void send(int sender, String... labels) {
        for (String label : labels) {
            assertThat(ring.grant("Sender", sender, "send", label))
                    .as(label)
                    .matches(Outcome::taken, "taken at " + ring.place("Sender", sender, "send"));
        }
    }

    private void handle(String... labels) {
        for (String label : labels) {
            assertThat(ring.grant("Receiver", 0, "doorbell", label)).as(label).matches(Outcome::taken);
        }
    }

    @Test
    void everyStrandStandsAtItsFirstPlace() {
        assertThat(ring.place("Sender", 2, "send")).hasToString("let_h");
        assertThat(ring.place("Receiver", 0, "doorbell")).hasToString("idle");
        assertThat(ring.variable("Sender", 0, "result")).isEqualTo("Running");
    }

    @Test
    void aMessageIsSentAndDelivered() {
        send(1, "let_h", "if", "cas_head", "set_payload");
        assertThat(ring.memory("head", 0)).isEqualTo(1);
        assertThat(ring.memory("payload", 0)).isEqualTo(2);
        assertThat(ring.memory("size", 0)).isZero();
        assertThat(ring.place("Sender", 1, "send")).hasToString("set_size h=0");
        assertThat(ring.deliver("Receiver", 0, "doorbell").taken()).isFalse();
        send(1, "set_size", "raise_doorbell", "set_result_2");
        assertThat(ring.place("Sender", 1, "send")).hasToString("done");
        assertThat(ring.variable("Sender", 1, "result")).isEqualTo("Sent");
        assertThat(ring.pending("doorbell", 0)).isEqualTo(1);
        assertThat(ring.deliver("Receiver", 0, "doorbell").taken()).isTrue();
        assertThat(ring.pending("doorbell", 0)).isZero();
        handle("let_t", "if", "if_2", "if_3", "add_delivered", "set_size", "set_tail", "let_t", "if");
        assertThat(ring.place("Receiver", 0, "doorbell")).hasToString("idle");
        assertThat(ring.variable("Receiver", 0, "delivered")).isEqualTo("[0, 1, 0]");
    }

    @Test
    void aStepElsewhereIsRefusedAndChangesNothing() {
        send(0, "let_h");
        String before = ring.state();
        assertThat(ring.grant("Sender", 0, "send", "cas_head").taken()).isFalse();
        assertThat(ring.grant("Receiver", 0, "doorbell", "let_t").taken()).isFalse();
        assertThat(ring.deliver("Receiver", 0, "doorbell").taken()).isFalse();
        assertThat(ring.restart("Sender", 0).taken()).isFalse();
        assertThat(ring.state()).isEqualTo(before);
    }

    @Test
    void aCrashForgetsWhatIsPrivateAndPending() {
        send(0, "let_h", "if", "cas_head", "set_payload", "set_size", "raise_doorbell");
        assertThat(ring.crash("Receiver", 0).taken()).isTrue();
        assertThat(ring.pending("doorbell", 0)).isZero();
        assertThat(ring.crash("Sender", 0).taken()).isTrue();
        assertThat(ring.life("Sender", 0)).isEqualTo(Life.CRASHED);
        assertThat(ring.place("Sender", 0, "send")).hasToString("let_h");
        assertThat(ring.grant("Sender", 0, "send", "let_h").taken()).isFalse();
        assertThat(ring.memory("head", 0)).isEqualTo(1);
        assertThat(ring.restart("Sender", 0).taken()).isTrue();
        send(0, "let_h");
        assertThat(ring.place("Sender", 0, "send").codes()).isEqualTo(List.of(1L));
    }

    @Test
    void raisingTwiceDeliversOnceAndADeadTargetGetsNothing() {
        for (int s = 0; s < 2; s++) {
            send(s, "let_h", "if", "cas_head", "set_payload", "set_size", "raise_doorbell");
        }
        assertThat(ring.pending("doorbell", 0)).isEqualTo(1);
        assertThat(ring.deliver("Receiver", 0, "doorbell").taken()).isTrue();
        assertThat(ring.deliver("Receiver", 0, "doorbell").taken()).isFalse();
        assertThat(ring.crash("Receiver", 0).taken()).isTrue();
        assertThat(ring.place("Receiver", 0, "doorbell")).hasToString("idle");
        send(2, "let_h", "if", "set_result");
        assertThat(ring.variable("Sender", 2, "result")).isEqualTo("NoSpace");
    }

    @Test
    void aHungKernelStandsStill() {
        assertThat(ring.hang("Sender", 0).taken()).isTrue();
        assertThat(ring.grant("Sender", 0, "send", "let_h").taken()).isFalse();
        assertThat(ring.crash("Sender", 0).taken()).isFalse();
    }
}
