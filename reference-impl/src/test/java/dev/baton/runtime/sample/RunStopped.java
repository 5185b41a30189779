package dev.baton.runtime.sample;

import dev.baton.runtime.Pace;
import dev.baton.runtime.process.MachineRun;
import dev.baton.runtime.process.RunOptions;
import dev.baton.runtime.process.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process that runs the movers as processes until it is told to end, and then writes down what came of it. */
public final class RunStopped {
    private RunStopped() {}

    /** @param args the log, and where to write the report: how it ended, lives, crashes */
    public static void main(String[] args) throws Exception {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                main.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        RunReport report = MachineRun.of(Movers.class)
                .run(RunOptions.DEFAULT
                        .processes(true)
                        .limit(Duration.ofHours(1))
                        .restart(Map.of("Mover", Duration.ofMillis(1)))
                        .pace(Pace.FAST.atMost(2_000))
                        .log(Path.of(args[0])));
        String told = report.ended() + " " + report.lives() + " " + report.crashes();
        Files.writeString(Path.of(args[1]), told);
    }
}
