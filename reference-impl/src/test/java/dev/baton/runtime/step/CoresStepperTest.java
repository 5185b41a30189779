package dev.baton.runtime.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.sample.Cores;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 6 on a stepped machine: what may interrupt what on one core. */
final class CoresStepperTest {
    private final Stepper<Cores> cores = Stepper.of(Cores::new);

    @BeforeEach
    void ring() {
        for (int i = 0; i < 3; i++) {
            taken(() -> cores.grant("Device", 0, "ring", "raise_tick"));
        }
    }

    @AfterEach
    void close() {
        cores.close();
    }

    private static void taken(Supplier<Outcome> step) {
        assertThat(step.get()).isInstanceOf(Outcome.Taken.class);
    }

    private void refused(Supplier<Outcome> step) {
        String before = cores.state();
        assertThat(step.get()).isInstanceOf(Outcome.Refused.class);
        assertThat(cores.state()).isEqualTo(before);
    }

    private Outcome deliver(String bell) {
        return cores.deliver("Busy", 0, bell);
    }

    private Outcome step(String unit) {
        return cores.grant("Busy", 0, unit, "set_n");
    }

    @Test
    void aHandlerKeepsTasksAndOtherHandlersOut() {
        taken(() -> deliver("tick"));
        refused(() -> step("left"));
        refused(() -> deliver("tock"));
        taken(() -> step("tick"));
        taken(() -> step("tick"));
        refused(() -> step("left"));
        taken(() -> step("tick"));
        assertThat(cores.place("Busy", 0, "tick")).hasToString("idle");
        taken(() -> step("left"));
        taken(() -> deliver("tock"));
    }

    @Test
    void anNmiInterruptsAHandlerButNotItself() {
        taken(() -> deliver("tick"));
        taken(() -> step("tick"));
        taken(() -> deliver("panic"));
        refused(() -> step("tick"));
        taken(() -> cores.grant("Device", 0, "ring", "raise_tick"));
        taken(() -> cores.grant("Device", 0, "ring", "raise_tick"));
        taken(() -> cores.grant("Device", 0, "ring", "raise_tick"));
        refused(() -> deliver("panic"));
        taken(() -> step("panic"));
        taken(() -> step("panic"));
        taken(() -> step("tick"));
        taken(() -> deliver("panic"));
    }

    @Test
    void whatIsMaskedStaysPending() {
        taken(() -> cores.grant("Busy", 0, "right", "mask_tick"));
        refused(() -> deliver("tick"));
        assertThat(cores.pending("tick", 0)).isEqualTo(1);
        taken(() -> deliver("tock"));
    }

    @Test
    void aLostIpiIsNotDelivered() {
        taken(() -> cores.lose("tick", 0));
        refused(() -> deliver("tick"));
        refused(() -> cores.lose("tick", 0));
    }
}
