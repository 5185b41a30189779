package dev.baton.cli.check;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the user wants it all to stop. Set once, from any thread. */
public final class Interruption {
    private final AtomicBoolean wanted = new AtomicBoolean();

    public void interrupt() {
        wanted.set(true);
    }

    public boolean interrupted() {
        return wanted.get();
    }
}
