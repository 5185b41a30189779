package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.Actor;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.log.LogRing;
import dev.baton.runtime.sample.Movers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many lives of a kernel leave behind. */
final class ProcessHostTest {
    @TempDir
    Path folder;

    @Test
    void allLivesOfAKernelLogIntoTheSameFiles() throws IOException {
        Movers machine = new Movers(SharedMemory.anonymous(Movers::new, false));
        Actor mover = machine.actor("Mover");
        RunOptions options = RunOptions.DEFAULT.log(folder.resolve("log"));
        try (ProcessHost host = new ProcessHost(machine, List.of(), folder, options)) {
            List<LogRing> rings = host.rings(mover, 1);
            assertThat(rings).hasSize(1);
            for (int life = 0; life < 3; life++) {
                assertThat(machine.lives().halt(mover, 1)).isTrue();
                machine.lives().start(mover, 1);
                assertThat(host.rings(mover, 1)).isEqualTo(rings);
            }
            assertThat(host.rings(mover, 0)).hasSize(1).doesNotContainAnyElementsOf(rings);
        }
        assertThat(folder).isDirectoryContaining("glob:**/Mover.1.0.ring");
        assertThat(folder.toFile().list()).hasSize(2);
    }
}
