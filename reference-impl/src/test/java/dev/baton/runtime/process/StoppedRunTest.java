package dev.baton.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runtime.sample.RunStopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in processes that the user stops. */
final class StoppedRunTest {
    @TempDir
    Path folder;

    /** Ctrl-C goes to the kernels' processes, too. */
    @Test
    void theEndOfARunIsNoCrash() throws Exception {
        Path log = folder.resolve("log");
        Path report = folder.resolve("report");
        Process parent = Jvm.start(folder, RunStopped.class, log.toString(), report.toString());
        while (!allHaveStepped(log) && parent.isAlive()) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> children = parent.children().toList();
        parent.destroy();
        children.forEach(ProcessHandle::destroy);
        int _ = parent.waitFor();
        assertThat(report).as(Jvm.complaints(folder)).hasContent("STOPPED 3 0");
        assertThat(Files.readAllLines(log)).noneMatch(line -> line.contains(" ! "));
    }

    private static boolean allHaveStepped(Path log) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        List<String> lines = Files.readAllLines(log);
        return Stream.of(" Mover[0] ", " Mover[1] ", " Auditor ")
                .allMatch(who -> lines.stream().anyMatch(line -> line.contains(who)));
    }
}
