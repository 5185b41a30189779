package dev.baton.reference.bench;

import static dev.baton.reference.bench.HandRing.LINE;
import static dev.baton.reference.bench.HandRing.WORD;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The ring of {@code specs/ipi/ring_polled.baton} as one would write it by hand: a sender claims a position by
 * compare-and-swap of the head, and stores the message with the phase of its lap; the reader says how far it has read,
 * at which senders look when they know of no free slot.
 *
 * <p>The head and the tail are 64 bits; then come the slots, 32 bits each as in the generated ring: which of its
 * sender's messages it is (modulo some power of two), who sent it, and the phase.
 */
final class PolledRing implements Ring {
    private static final VarHandle SLOT = ValueLayout.JAVA_INT.varHandle();
    private static final long HEAD = 0;
    private static final long TAIL = LINE;
    private static final long SLOTS = 2L * LINE;
    private static final int NAMES = 4;
    private static final int NUMBERS = Integer.SIZE - NAMES - 1;

    private final MemorySegment memory;
    private final int slots;
    private final int shift;
    private final int self;

    private final int[] delivered = new int[1 << NAMES];
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
        this.self = self - 1;
        this.free = slots;
    }

    /** How much memory a ring takes. */
    static long bytes(int slots) {
        return SLOTS + (long) slots * Integer.BYTES;
    }

    private long slot(long position) {
        return SLOTS + (position & (slots - 1)) * Integer.BYTES;
    }

    private int phase(long position) {
        return (int) ((position >>> shift) + 1) & 1;
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
                SLOT.setRelease(memory, slot(head), ((int) number << NAMES | self) << 1 | phase(head));
                return true;
            }
        }
    }

    @Override
    public int drain() {
        int got = 0;
        while (got < ROUND) {
            int message = (int) SLOT.getAcquire(memory, slot(next));
            if ((message & 1) != phase(next)) {
                break;
            }
            deliver(message >>> 1);
            next++;
            WORD.setRelease(memory, TAIL, next);
            got++;
        }
        return got;
    }

    private void deliver(int message) {
        int by = message & ((1 << NAMES) - 1);
        int number = message >>> NAMES;
        if (number != ((delivered[by] + 1) & ((1 << NUMBERS) - 1))) {
            throw new IllegalStateException("message " + number + " came after message " + delivered[by]);
        }
        delivered[by] = number;
    }
}
