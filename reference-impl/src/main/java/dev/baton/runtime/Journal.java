package dev.baton.runtime;

import java.lang.foreign.MemorySegment;

/**
 * The undo journal of the step that is under way: old values of the words that it changed, in shared memory, so that
 * whoever finds the lock of a dead kernel can undo its half step. One step at a time: the lock's holder writes it.
 */
public final class Journal {
    private static final int CAPACITY = 4096;
    /** From here on a word is kept once only, so that the journal fits however often a step writes. */
    private static final int FEW = 64;

    private final RawWords count;
    private final RawWords entries;
    private final MemorySegment memory;

    Journal(SharedMemory memory) {
        this.count = memory.raw("journal.count", 1);
        this.entries = memory.raw("journal.entries", 2 * CAPACITY);
        this.memory = count.memory();
    }

    /** Keeps what a word holds, before it changes. */
    void keep(long offset) {
        int n = (int) count.getPlain(0);
        if (n >= FEW && kept(offset, n)) {
            return;
        }
        if (n == CAPACITY) {
            throw new IllegalStateException("a step changes more than " + CAPACITY + " words");
        }
        entries.setPlain(2 * n, offset);
        entries.setPlain(2 * n + 1, (long) RawWords.LONG.get(memory, offset));
        count.setRelease(0, n + 1);
        // The entry is there before the word changes: words of journaled memory are written volatile.
    }

    private boolean kept(long offset, int n) {
        for (int i = 0; i < n; i++) {
            if (entries.getPlain(2 * i) == offset) {
                return true;
            }
        }
        return false;
    }

    /** Whether the step has changed anything. */
    public boolean isEmpty() {
        return count.get() == 0;
    }

    /** The step is done. */
    public void commit() {
        count.setRelease(0, 0);
    }

    /** The step never was. May be cut short and begun anew. */
    public void undo() {
        for (int i = (int) count.get() - 1; i >= 0; i--) {
            RawWords.LONG.setVolatile(memory, entries.getPlain(2 * i), entries.getPlain(2 * i + 1));
        }
        count.set(0);
    }
}
