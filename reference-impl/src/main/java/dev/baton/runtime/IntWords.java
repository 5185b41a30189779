package dev.baton.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Words of four bytes, one after the other: twice as many on a cache line. */
final class IntWords extends BareWords {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    private final MemorySegment words;

    /**
     * Lays words out.
     *
     * @param memory empty if it is only to be measured
     */
    IntWords(String name, int size, MemorySegment memory, long base) {
        super(name, size);
        this.words = memory.byteSize() == 0 ? memory : memory.asSlice(base, (long) size * Integer.BYTES, Integer.BYTES);
    }

    private static long at(int position) {
        return (long) position * Integer.BYTES;
    }

    @Override
    public long get(int position) {
        return (int) INT.getVolatile(words, at(position));
    }

    @Override
    long getAcquire(int position) {
        return (int) INT.getAcquire(words, at(position));
    }

    @Override
    public void set(int position, long value) {
        INT.setVolatile(words, at(position), (int) value);
    }

    @Override
    public void setRelease(int position, long value) {
        INT.setRelease(words, at(position), (int) value);
    }

    @Override
    public boolean cas(int position, long expected, long value) {
        return INT.compareAndSet(words, at(position), (int) expected, (int) value);
    }

    @Override
    public long getAndAdd(int position, long increment) {
        return (int) INT.getAndAdd(words, at(position), (int) increment);
    }

    @Override
    public long getAndSet(int position, long value) {
        return (int) INT.getAndSet(words, at(position), (int) value);
    }
}
