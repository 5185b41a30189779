package dev.baton.runtime;

/** The store buffer of the core that runs, where a stepped machine has one for each core. */
public interface StoreBuffers {

    /** The newest store of the running core to this word, or what memory holds. */
    long load(Words memory, int position);

    /** Puts a store at the end of the running core's buffer; waits for room. */
    void store(Words memory, int position, long value);

    /** Waits until the running core's buffer is empty. */
    void drain();
}
