package dev.baton.reference.bench;

import static dev.baton.reference.bench.HandRing.LINE;
import static dev.baton.reference.bench.HandRing.WORD;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * {@link HandRing} with its doorbell: all that the protocol asks for on the way of a message. After each message the
 * sender looks whether the reader lives and an IPI is pending, and makes one pending if not; the reader takes it, and
 * then reads until nothing is left.
 *
 * <p>Unlike that of a generated ring, its reader never sleeps: it looks for the IPI all the time. Nor does it look
 * between messages whether it is to be told of a death (action {@code told}): whoever sees one would make an IPI
 * pending.
 */
final class RungRing implements Ring {
    private static final long PENDING = 0;
    private static final long READER_DEAD = LINE;
    private static final long RING = 2L * LINE;

    private final MemorySegment memory;
    private final HandRing ring;
    private boolean unfinished;

    /** See {@link HandRing}. */
    RungRing(MemorySegment memory, int slots, int self) {
        this.memory = memory;
        this.ring = new HandRing(memory.asSlice(RING), slots, self);
    }

    /** How much memory a ring takes. */
    static long bytes(int slots) {
        return RING + HandRing.bytes(slots);
    }

    @Override
    public boolean offer(long number) {
        if (!ring.offer(number)) {
            return false;
        }
        // Else the reader may take the IPI, and see the slot as it was, while it seems to be pending here.
        VarHandle.fullFence();
        if ((long) WORD.getVolatile(memory, READER_DEAD) == 0 && (long) WORD.getVolatile(memory, PENDING) == 0) {
            boolean _ = WORD.compareAndSet(memory, PENDING, 0L, 1L);
        }
        return true;
    }

    @Override
    public int drain() {
        if (!unfinished && !take()) {
            return 0;
        }
        int got = ring.drain();
        unfinished = got == ROUND;
        return got;
    }

    private boolean take() {
        return (long) WORD.getVolatile(memory, PENDING) != 0 && WORD.compareAndSet(memory, PENDING, 1L, 0L);
    }
}
