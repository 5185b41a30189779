package dev.baton.runtime;

/** Words behind the store buffers of a stepped machine. */
final class BufferedWords extends Words {
    private final Words memory;
    private final StoreBuffers buffers;

    BufferedWords(Words memory, StoreBuffers buffers) {
        super(memory.name(), memory.size());
        this.memory = memory;
        this.buffers = buffers;
    }

    @Override
    public long get(int position) {
        return buffers.load(memory, position);
    }

    @Override
    public void set(int position, long value) {
        buffers.store(memory, position, value);
    }

    @Override
    public boolean cas(int position, long expected, long value) {
        buffers.drain();
        return memory.cas(position, expected, value);
    }

    @Override
    public long getAndAdd(int position, long increment) {
        buffers.drain();
        return memory.getAndAdd(position, increment);
    }

    @Override
    public long getAndSet(int position, long value) {
        buffers.drain();
        return memory.getAndSet(position, value);
    }

    @Override
    public long inMemory(int position) {
        return memory.get(position);
    }
}
