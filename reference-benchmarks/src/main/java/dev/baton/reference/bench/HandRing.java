package dev.baton.reference.bench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The ring of {@code specs/ipi/ring_reclaimed.baton} as one would write it by hand, with the weakest accesses that are
 * enough: a slot is claimed by compare-and-swap, with its lap and its sender's name, the head moved on likewise, the
 * payload stored, the slot published; the reader skips claims of the dead, and looks that each message is the next of
 * its sender.
 *
 * <p>It has no doorbell: the reader looks all the time, and so does with less than the protocol asks for. With the bell
 * it is {@link RungRing}.
 *
 * <p>Words of 64 bits: the head; whether each sender is dead; then for each slot its word (lap, who claimed it, phase)
 * and its payload (who sent it, and which of its messages it is), side by side.
 */
final class HandRing implements Ring {
    /** Bytes that are kept apart: two cache lines, since they are fetched in pairs. */
    static final int LINE = 128;

    static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
    private static final int SENDERS = 16;
    private static final long HEAD = 0;
    /** Where it is said of each sender whether it is dead. */
    static final long DEAD = LINE;

    /** Where the slots are. */
    static final long SLOTS = 2L * LINE;

    private static final long FREE = 0;
    private static final long CLAIMED = 1;
    private static final long FULL = 2;
    private static final int NAME = 48;

    private final MemorySegment memory;
    private final int slots;
    private final int shift;
    private final int self;

    private final long[] delivered = new long[SENDERS + 1];
    private long next;

    /**
     * One end of a ring.
     *
     * @param memory zero at first, {@link #bytes} long
     * @param slots a power of two
     * @param self who sends here, from 1
     */
    HandRing(MemorySegment memory, int slots, int self) {
        this.memory = memory;
        this.slots = slots;
        this.shift = Integer.numberOfTrailingZeros(slots);
        this.self = self;
    }

    /** How much memory a ring takes. */
    static long bytes(int slots) {
        return SLOTS + slots * 16L;
    }

    private long slot(long position) {
        return SLOTS + (position & (slots - 1)) * 16;
    }

    private static long word(long lap, int by, long phase) {
        return lap << 16 | (long) by << 2 | phase;
    }

    private static int by(long word) {
        return (int) (word & 0xffff) >>> 2;
    }

    @Override
    public boolean offer(long number) {
        while (true) {
            long head = (long) WORD.getAcquire(memory, HEAD);
            long at = slot(head);
            long lap = head >>> shift;
            long free = word(lap, 0, FREE);
            long seen = (long) WORD.getAcquire(memory, at);
            if (seen == free && WORD.compareAndSet(memory, at, free, word(lap, self, CLAIMED))) {
                boolean _ = WORD.compareAndSet(memory, HEAD, head, head + 1);
                WORD.set(memory, at + 8, (long) self << NAME | number);
                WORD.setRelease(memory, at, word(lap, self, FULL));
                return true;
            }
            if (seen >>> 16 < lap) {
                return false;
            }
            if (seen != free) {
                boolean _ = WORD.compareAndSet(memory, HEAD, head, head + 1);
            }
        }
    }

    @Override
    public int drain() {
        int got = 0;
        while (got < ROUND) {
            long at = slot(next);
            long seen = (long) WORD.getAcquire(memory, at);
            long free = word((seen >>> 16) + 1, 0, FREE);
            if ((seen & 3) == FULL) {
                deliver(by(seen), (long) WORD.get(memory, at + 8));
                WORD.setRelease(memory, at, free);
                next++;
                got++;
            } else if ((seen & 3) == CLAIMED && isDead(by(seen))) {
                if (WORD.compareAndSet(memory, at, seen, free)) {
                    next++;
                }
            } else {
                return got;
            }
        }
        return got;
    }

    private void deliver(int by, long payload) {
        long number = delivered[by] + 1;
        if (payload != ((long) by << NAME | number)) {
            throw new IllegalStateException("message " + Long.toHexString(payload) + " came after " + delivered[by]);
        }
        delivered[by] = number;
    }

    private boolean isDead(int sender) {
        return (long) WORD.getVolatile(memory, DEAD + (sender - 1) * 8L) != 0;
    }
}
