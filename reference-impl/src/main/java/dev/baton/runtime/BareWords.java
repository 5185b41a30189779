package dev.baton.runtime;

/** Words accessed as they lie in memory, with volatile semantics if nothing else is said. */
abstract sealed class BareWords extends Words permits IntWords, RawWords {
    BareWords(String name, int size) {
        super(name, size);
    }

    /** Reads before all that comes after. */
    abstract long getAcquire(int position);

    @Override
    public final long inMemory(int position) {
        return get(position);
    }
}
