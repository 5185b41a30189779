package dev.baton.reference.bench;

import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.jctools.queues.MpscArrayQueue;

/** Rings of the same kind by others: many senders, one reader, bounded. */
final class OtherRings {
    private OtherRings() {}

    /**
     * JCTools' queue of references in one process.
     *
     * @param slots at least 2; with one message in flight the sender waits until the queue is empty
     */
    static Ring jctools(int slots) {
        MpscArrayQueue<Long> queue = new MpscArrayQueue<>(Math.max(2, slots));
        Long message = 1L;
        return new Ring() {
            @Override
            public boolean offer(int self, long value) {
                return (slots > 1 || queue.isEmpty()) && queue.offer(message);
            }

            @Override
            public boolean poll() {
                return queue.poll() != null;
            }
        };
    }

    /** Agrona's ring of messages in a byte buffer, which may be shared memory; 8 bytes each. */
    static Ring agrona(int slots) {
        ByteBuffer bytes =
                BufferUtil.allocateDirectAligned(Math.max(64, slots * 16) + RingBufferDescriptor.TRAILER_LENGTH, 128);
        ManyToOneRingBuffer ring = new ManyToOneRingBuffer(new UnsafeBuffer(bytes));
        UnsafeBuffer out = new UnsafeBuffer(new byte[8]);
        return new Ring() {
            @Override
            public boolean offer(int self, long value) {
                if (slots == 1 && ring.size() > 0) {
                    return false;
                }
                out.putLong(0, value);
                return ring.write(1, out, 0, 8);
            }

            @Override
            public boolean poll() {
                return ring.read((type, buffer, index, length) -> {}, 1) > 0;
            }
        };
    }
}
