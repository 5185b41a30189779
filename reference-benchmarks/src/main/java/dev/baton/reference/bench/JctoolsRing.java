package dev.baton.reference.bench;

import java.util.stream.LongStream;
import org.jctools.queues.MpscArrayQueue;

/**
 * JCTools' queue of references, which can't lie in shared memory. Messages are objects that are there already, one for
 * each number modulo their count: neither end allocates.
 */
final class JctoolsRing implements Ring {
    private static final int MESSAGES = 4096;
    private static final Long[] ALL = LongStream.range(0, MESSAGES).boxed().toArray(Long[]::new);

    private final MpscArrayQueue<Long> queue;
    private final boolean one;
    private long sent;
    private long received;

    /**
     * One end of a queue.
     *
     * @param one whether the sender waits until its message is read, before it sends the next
     */
    JctoolsRing(MpscArrayQueue<Long> queue, boolean one) {
        this.queue = queue;
        this.one = one;
    }

    /**
     * What both ends share.
     *
     * @param slots a power of two; there are 2 at least
     */
    static MpscArrayQueue<Long> queue(int slots) {
        return new MpscArrayQueue<>(Math.max(2, slots));
    }

    @Override
    public boolean offer(long number) {
        if ((one && queue.currentConsumerIndex() != sent) || !queue.offer(ALL[(int) number & (MESSAGES - 1)])) {
            return false;
        }
        sent++;
        return true;
    }

    @Override
    public int drain() {
        return queue.drain(this::take, ROUND);
    }

    private void take(Long message) {
        received++;
        if (message != (received & (MESSAGES - 1))) {
            throw new IllegalStateException("message " + message + " came as the " + received + "th");
        }
    }
}
