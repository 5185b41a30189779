package dev.baton.reference.bench;

import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RecordDescriptor;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** Agrona's ring of messages in a byte buffer, written in place; 8 bytes each. */
final class AgronaRing implements Ring {
    private static final int RECORD =
            BitUtil.align(RecordDescriptor.HEADER_LENGTH + Long.BYTES, RecordDescriptor.ALIGNMENT);
    /** A message may be an eighth of the ring. */
    private static final long LEAST = Long.BYTES * 8L;

    private final ManyToOneRingBuffer ring;
    private final MessageHandler handler;
    private final boolean one;
    private long sent;

    /**
     * One end of a ring.
     *
     * @param memory zero at first, {@link #bytes} long
     * @param slots a power of two; with 1, which the ring can't have, the sender waits until its message is read
     */
    AgronaRing(ByteBuffer memory, int slots) {
        Arrivals arrivals = new Arrivals();
        this.ring = new ManyToOneRingBuffer(new UnsafeBuffer(memory));
        this.handler = (type, buffer, index, length) -> arrivals.add(buffer.getLong(index));
        this.one = slots == 1;
    }

    /** How much memory a ring takes. */
    static long bytes(int slots) {
        return Math.max(LEAST, (long) slots * RECORD) + RingBufferDescriptor.TRAILER_LENGTH;
    }

    @Override
    public boolean offer(long number) {
        if (one && ring.consumerPosition() != sent) {
            return false;
        }
        int at = ring.tryClaim(1, Long.BYTES);
        if (at < 0) {
            return false;
        }
        ring.buffer().putLong(at, number);
        ring.commit(at);
        sent += RECORD;
        return true;
    }

    @Override
    public int drain() {
        return ring.read(handler, ROUND);
    }
}
