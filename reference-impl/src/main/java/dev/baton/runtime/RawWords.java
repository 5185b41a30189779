package dev.baton.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Words accessed with volatile semantics, as they lie in memory. */
final class RawWords extends Words {
    static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private final MemorySegment memory;
    private final long base;
    private final long stride;

    /** @param stride bytes from one word to the next */
    RawWords(String name, int size, MemorySegment memory, long base, long stride) {
        super(name, size);
        this.memory = memory;
        this.base = base;
        this.stride = stride;
    }

    /** Where a word lies, in bytes from the start of memory. */
    long offset(int position) {
        if (position < 0 || position >= size()) {
            throw new IndexOutOfBoundsException("`" + name() + "` has no position " + position);
        }
        return base + position * stride;
    }

    MemorySegment memory() {
        return memory;
    }

    @Override
    public long get(int position) {
        return (long) LONG.getVolatile(memory, offset(position));
    }

    @Override
    public void set(int position, long value) {
        LONG.setVolatile(memory, offset(position), value);
    }

    @Override
    public boolean cas(int position, long expected, long value) {
        return LONG.compareAndSet(memory, offset(position), expected, value);
    }

    @Override
    public long getAndAdd(int position, long increment) {
        return (long) LONG.getAndAdd(memory, offset(position), increment);
    }

    @Override
    public long getAndSet(int position, long value) {
        return (long) LONG.getAndSet(memory, offset(position), value);
    }

    @Override
    public long inMemory(int position) {
        return get(position);
    }

    long getAcquire(int position) {
        return (long) LONG.getAcquire(memory, offset(position));
    }

    @Override
    public void setRelease(int position, long value) {
        LONG.setRelease(memory, offset(position), value);
    }

    long getPlain(int position) {
        return (long) LONG.get(memory, offset(position));
    }

    void setPlain(int position, long value) {
        LONG.set(memory, offset(position), value);
    }
}
