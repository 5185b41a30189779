package dev.baton.reference.bench;

import static dev.baton.reference.bench.HandRing.LINE;
import static dev.baton.reference.bench.HandRing.WORD;

import java.lang.foreign.MemorySegment;

/**
 * The ring of {@code specs/ipi/ring_polled.baton} as one would write it by hand: a sender claims a position by
 * compare-and-swap of the head, stores the payload, and publishes it with its slot's lap; the reader says how far it
 * has read, at which senders look when they know of no free slot.
 *
 * <p>Words of 64 bits: the head; the tail; then for each slot its lap and its payload (who sent it, and which of its
 * messages it is), side by side.
 */
final class PolledRing implements Ring {
    private static final int SENDERS = 16;
    private static final long HEAD = 0;
    private static final long TAIL = LINE;
    private static final long SLOTS = 2L * LINE;
    private static final int NAME = 48;

    private final MemorySegment memory;
    private final int slots;
    private final int shift;
    private final int self;

    private final long[] delivered = new long[SENDERS + 1];
    private long free;
    private long next;

    /**
     * One end of a ring.
     *
     * @param memory zero at first, {@link #bytes} long
     * @param slots a power of two
     * @param self who sends here, from 1
     */
    PolledRing(MemorySegment memory, int slots, int self) {
        this.memory = memory;
        this.slots = slots;
        this.shift = Integer.numberOfTrailingZeros(slots);
        this.self = self;
        this.free = slots;
    }

    /** How much memory a ring takes. */
    static long bytes(int slots) {
        return SLOTS + slots * 16L;
    }

    private long slot(long position) {
        return SLOTS + (position & (slots - 1)) * 16;
    }

    private long lap(long position) {
        return (position >>> shift) + 1;
    }

    @Override
    public boolean offer(long number) {
        while (true) {
            long head = (long) WORD.getAcquire(memory, HEAD);
            if (head >= free) {
                free = (long) WORD.getAcquire(memory, TAIL) + slots;
                if (head >= free) {
                    return false;
                }
            }
            if (WORD.compareAndSet(memory, HEAD, head, head + 1)) {
                long at = slot(head);
                WORD.set(memory, at + 8, (long) self << NAME | number);
                WORD.setRelease(memory, at, lap(head));
                return true;
            }
        }
    }

    @Override
    public int drain() {
        int got = 0;
        while (got < ROUND && (long) WORD.getAcquire(memory, slot(next)) == lap(next)) {
            deliver((long) WORD.get(memory, slot(next) + 8));
            next++;
            WORD.setRelease(memory, TAIL, next);
            got++;
        }
        return got;
    }

    private void deliver(long payload) {
        int by = (int) (payload >>> NAME);
        long number = payload & ((1L << NAME) - 1);
        if (number != delivered[by] + 1) {
            throw new IllegalStateException("message " + number + " came after message " + delivered[by]);
        }
        delivered[by] = number;
    }
}
