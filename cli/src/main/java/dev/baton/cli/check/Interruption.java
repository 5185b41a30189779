package dev.baton.cli.check;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the user wants it all to stop. Set once, from any thread; whoever works asks for it often. */
public final class Interruption {
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean noticed = new AtomicBoolean();

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
