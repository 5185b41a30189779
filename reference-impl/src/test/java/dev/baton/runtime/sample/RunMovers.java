package dev.baton.runtime.sample;

import dev.baton.runtime.process.MachineRun;
import dev.baton.runtime.process.RunOptions;
import java.time.Duration;

/** A process that runs the movers as processes, for long. */
public final class RunMovers {
    private RunMovers() {}

    /** @param args none */
    public static void main(String[] args) throws Exception {
        MachineRun.of(Movers.class).run(RunOptions.DEFAULT.processes(true).limit(Duration.ofHours(1)));
    }
}
