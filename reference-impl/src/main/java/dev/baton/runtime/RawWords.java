package dev.baton.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Words accessed with volatile semantics, as they lie in memory. */
final class RawWords extends BareWords {
    static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private final MemorySegment memory;
    private final long base;
    private final int shift;
    /** These words alone: a position that there is none of is outside. */
    private final MemorySegment words;

    /**
     * Lays words out.
     *
     * @param memory empty if it is only to be measured
     * @param stride bytes from one word to the next, a power of two
     */
    RawWords(String name, int size, MemorySegment memory, long base, long stride) {
        super(name, size);
        this.memory = memory;
        this.base = base;
        this.shift = Long.numberOfTrailingZeros(stride);
        this.words = memory.byteSize() == 0 ? memory : memory.asSlice(base, size * stride, Long.BYTES);
    }

    /** Where a word lies, in bytes from the start of memory. */
    long offset(int position) {
        return base + at(position);
    }

    /** The same from the first of these words. */
    private long at(int position) {
        return (long) position << shift;
    }

    MemorySegment memory() {
        return memory;
    }

    @Override
    public long get(int position) {
        return (long) LONG.getVolatile(words, at(position));
    }

    @Override
    public void set(int position, long value) {
        LONG.setVolatile(words, at(position), value);
    }

    @Override
    public boolean cas(int position, long expected, long value) {
        return LONG.compareAndSet(words, at(position), expected, value);
    }

    @Override
    public long getAndAdd(int position, long increment) {
        return (long) LONG.getAndAdd(words, at(position), increment);
    }

    @Override
    public long getAndSet(int position, long value) {
        return (long) LONG.getAndSet(words, at(position), value);
    }

    @Override
    long getAcquire(int position) {
        return (long) LONG.getAcquire(words, at(position));
    }

    @Override
    public void setRelease(int position, long value) {
        LONG.setRelease(words, at(position), value);
    }

    long getPlain(int position) {
        return (long) LONG.get(words, at(position));
    }

    void setPlain(int position, long value) {
        LONG.set(words, at(position), value);
    }
}
