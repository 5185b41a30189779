package dev.baton.runtime.sample;

import dev.baton.runtime.MachineLock;
import dev.baton.runtime.SharedMemory;
import java.nio.file.Path;

/** A process that takes steps of a mover as fast as it can, until it is killed. */
public final class Dying {
    private Dying() {}

    /** @param args the mapped file */
    public static void main(String[] args) throws Exception {
        Movers machine = new Movers(SharedMemory.attach(Path.of(args[0]), Movers::new, false));
        long me = MachineLock.holder(0, 0, 0);
        for (long i = 0; ; i++) {
            machine.lock().acquire(me);
            machine.move(0, i);
            machine.journal().orElseThrow().commit();
            machine.lock().release();
        }
    }
}
