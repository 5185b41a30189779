package dev.baton.runtime.free;

import dev.baton.runtime.Journal;
import dev.baton.runtime.Machine;
import dev.baton.runtime.MachineLock;
import java.util.Optional;

/** What holds a step of one strand together: the machine's lock and journal, if steps hold it. */
final class StepGuard {
    private final Machine machine;
    private final MachineLock lock;
    private final Optional<Journal> journal;
    private final boolean locked;
    private final long holder;

    /** @param holder see {@link MachineLock#holder} */
    StepGuard(Machine machine, long holder) {
        this.machine = machine;
        this.lock = machine.lock();
        this.journal = machine.journal();
        this.locked = machine.isLocked();
        this.holder = holder;
    }

    boolean locks() {
        return locked;
    }

    void begin() {
        if (locked) {
            lock.acquire(holder);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Whoever waits for the lock gets it sooner; nothing relies on it.
    void commit() {
        if (!locked) {
            return;
        }
        Journal undo = journal.orElseThrow();
        boolean changed = !undo.isEmpty();
        undo.commit();
        boolean wanted = lock.isWanted();
        lock.release();
        if (changed) {
            machine.signals().members();
        }
        if (wanted) {
            Thread.yield();
        }
    }

    void undo() {
        if (locked) {
            journal.orElseThrow().undo();
            lock.release();
        }
    }
}
