package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.free.Ending;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process tells of its end, in whatever state it leaves it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell")
final class ChildProcessTest {

    @Test
    void whatItTellsIsKnown() throws IOException, InterruptedException {
        ChildProcess child = child("printf 'variable x 1\\nending VIOLATED a b\\ntold\\n'");
        assertThat(child.ending()).isEqualTo(new Ending(Ending.Kind.VIOLATED, Optional.of("a b")));
        assertThat(child.variables()).isEqualTo(Map.of("x", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "varia", "variable x 1\\nending", "ending FAIL", "ending STOPPED \\nto"})
    void whoeverIsKilledWhileItTellsHasCrashed(String told) throws IOException, InterruptedException {
        ChildProcess child = child("printf '" + told + "'; kill -9 $$");
        assertThat(child.isRunning()).isFalse();
        assertThat(child.ending()).isEqualTo(Ending.of(Ending.Kind.CRASHED));
    }

    private static ChildProcess child(String script) throws IOException, InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        ChildProcess child = ChildProcess.start(List.of("sh", "-c", script), List.of(), gone::countDown);
        assertThat(gone.await(1, TimeUnit.MINUTES)).isTrue();
        return child;
    }
}
