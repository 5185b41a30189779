package dev.baton.runtime;

/**
 * Words of shared memory under one name: a scalar (position 0 alone) or the entries of a map, the first key most
 * significant. Each holds the code of a value. How they are accessed is decided where they are laid out: by their
 * memory model, by whether steps hold a lock, and by whether a test steps the machine.
 */
public abstract class Words {
    private final String name;
    private final int size;

    Words(String name, int size) {
        this.name = name;
        this.size = size;
    }

    /** The name in the protocol. */
    public final String name() {
        return name;
    }

    /** How many words there are. */
    public final int size() {
        return size;
    }

    /** What the running core reads. */
    public abstract long get(int position);

    /** Stores a code. */
    public abstract void set(int position, long value);

    /**
     * Stores a code after all that came before. It need not be seen before what comes later is, other than stores: only
     * where a locked operation, a fence or an IPI follows before anything is read.
     */
    public void setRelease(int position, long value) {
        set(position, value);
    }

    /** Stores a code if the word holds the expected one; whether it did. */
    public abstract boolean cas(int position, long expected, long value);

    /** Adds, and gives what was there. */
    public abstract long getAndAdd(int position, long increment);

    /** Stores, and gives what was there. */
    public abstract long getAndSet(int position, long value);

    /** What is in memory, whatever store buffers hold. */
    public abstract long inMemory(int position);

    /** {@link #get(int)} of a scalar. */
    public final long get() {
        return get(0);
    }

    /** {@link #set(int, long)} of a scalar. */
    public final void set(long value) {
        set(0, value);
    }

    /** {@link #setRelease(int, long)} of a scalar. */
    public final void setRelease(long value) {
        setRelease(0, value);
    }

    /** {@link #cas(int, long, long)} of a scalar. */
    public final boolean cas(long expected, long value) {
        return cas(0, expected, value);
    }

    /** {@link #getAndAdd(int, long)} of a scalar. */
    public final long getAndAdd(long increment) {
        return getAndAdd(0, increment);
    }

    /** {@link #getAndSet(int, long)} of a scalar. */
    public final long getAndSet(long value) {
        return getAndSet(0, value);
    }
}
