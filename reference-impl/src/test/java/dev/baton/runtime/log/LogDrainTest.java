package dev.baton.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Point;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.sample.Movers;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rings that several lives of a kernel write into, one after the other. */
final class LogDrainTest {
    private static final int WORDS = 2_048;

    private final Movers machine = new Movers(SharedMemory.anonymous(Movers::new, false));
    private final Actor mover = machine.actor("Mover");
    private final Point step = mover.points().getFirst();
    private final StringWriter text = new StringWriter();

    /** Whether what the first has left was written by then, or not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsOpenAtADeathIsWrittenOnceWhoeverGoesOn(boolean drained) throws IOException {
        LogDrain drain = new LogDrain(machine, text);
        LogRing ring = LogRing.anonymous(WORDS);
        drain.add(ring, mover, 1);
        LogWriter dying = new LogWriter(ring);
        takeStep(dying);
        takeStep(dying);
        drain.ended(ring);
        if (drained) {
            assertThat(drain.drain()).isTrue();
        }
        drain.add(ring, mover, 1);
        LogWriter next = new LogWriter(ring);
        takeStep(next);
        next.close();
        drain.finish();
        assertThat(drain.written()).isEqualTo(3);
        assertThat(text.toString().lines().filter(line -> line.endsWith(" Mover[1] move atomic")))
                .hasSize(3)
                .isSorted();
    }

    private void takeStep(LogWriter writer) {
        writer.step(step, 0);
        writer.begun();
    }
}
