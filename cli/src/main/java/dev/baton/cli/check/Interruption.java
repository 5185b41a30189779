package dev.baton.cli.check;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the user wants it all to stop. Set once, from any thread; whoever works asks for it often. */
public final class Interruption {
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean noticed = new AtomicBoolean();

    private volatile Duration patience = Duration.ofSeconds(5);

    /** Says that whoever works may need so long to write down what is known, once it has noticed. */
    public void mayTake(Duration time) {
        patience = time;
    }

    /** How long to wait for the end of a run that has noticed. */
    public Duration patience() {
        return patience;
    }

    public void interrupt() {
        wanted.set(true);
    }

    public boolean interrupted() {
        if (!wanted.get()) {
            return false;
        }
        noticed.set(true);
        return true;
    }

    /** Whether somebody has asked since, and so will stop. */
    public boolean noticed() {
        return noticed.get();
    }
}
