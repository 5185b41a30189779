package dev.baton.reference.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The ring of {@code specs/ipi/ring_reclaimed.baton} as one would write it by hand: slots claimed by name, the lap in
 * the slot's word, one word of payload, no doorbell (the reader spins). No less than the protocol asks for, and the
 * weakest access that does.
 *
 * <p>Words of 64 bits: the head; then for each slot its word (lap, who claimed it, phase) and its payload.
 */
final class HandRing implements Ring {
    private static final int LINE = 128;
    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
    private static final long FREE = 0;
    private static final long CLAIMED = 1;
    private static final long FULL = 2;

    private final MemorySegment memory;
    private final int slots;
    private final int shift;

    private long next;

    /** @param slots a power of two */
    HandRing(Arena arena, int slots) {
        this.memory = arena.allocate(LINE + slots * 16L, LINE);
        this.slots = slots;
        this.shift = Integer.numberOfTrailingZeros(slots);
    }

    private long slot(long position) {
        return LINE + (position & (slots - 1)) * 16;
    }

    private long word(long position, int by, long phase) {
        return (position >>> shift) << 16 | (long) by << 2 | phase;
    }

    @Override
    public boolean offer(int self, long message) {
        while (true) {
            long head = (long) WORD.getAcquire(memory, 0L);
            long at = slot(head);
            long free = word(head, 0, FREE);
            long seen = (long) WORD.getAcquire(memory, at);
            if (seen == free && WORD.compareAndSet(memory, at, free, word(head, self, CLAIMED))) {
                boolean _ = WORD.compareAndSet(memory, 0L, head, head + 1);
                WORD.set(memory, at + 8, message);
                WORD.setRelease(memory, at, word(head, self, FULL));
                return true;
            }
            if (seen >>> 16 < head >>> shift) {
                return false;
            }
            if (seen != free) {
                boolean _ = WORD.compareAndSet(memory, 0L, head, head + 1);
            }
        }
    }

    @Override
    public boolean poll() {
        long at = slot(next);
        long seen = (long) WORD.getAcquire(memory, at);
        if ((seen & 3) != FULL || seen >>> 16 != next >>> shift) {
            return false;
        }
        long message = (long) WORD.get(memory, at + 8);
        WORD.setRelease(memory, at, word(next + slots, 0, FREE));
        next++;
        return message > 0;
    }
}
