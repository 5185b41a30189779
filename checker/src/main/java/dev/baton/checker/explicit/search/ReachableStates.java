package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * The states that a search reached, off the heap until this is closed. They are in an order that is the same for any
 * number of workers (not that of their levels).
 */
public final class ReachableStates implements AutoCloseable {

    /** What is kept of a state. */
    enum Kind {
        /** Itself, in the table and in the log. */
        WORD,
        /** Itself, in the log, to which the table leads. */
        INDEXED,
        /** Its fingerprint. */
        FINGERPRINT
    }

    private final int words;
    private final Kind kind;
    private final WordHash wordHash;
    private final Arena logs = Arena.ofShared();
    private final Memory memory = new Memory();
    private final List<Partition> partitions = new ArrayList<>();

    ReachableStates(CompiledSystem system, SearchOptions options) {
        this.words = system.words();
        this.kind = kind(system, options);
        this.wordHash = new WordHash(Math.clamp(system.bits(), 16, Long.SIZE));
        for (int p = 0; p < Partition.COUNT; p++) {
            Memory.Share share = memory.new Share(options.memoryBytes() / Partition.COUNT);
            partitions.add(
                    switch (kind) {
                        case WORD -> new WordPartition(p, logs, share, wordHash);
                        case INDEXED -> new IndexedPartition(p, logs, share, words);
                        case FINGERPRINT -> new FingerprintPartition(p, logs, share, words);
                    });
        }
    }

    private static Kind kind(CompiledSystem system, SearchOptions options) {
        if (system.words() == 1 && !options.numbered()) {
            return Kind.WORD;
        }
        boolean exact = options.exact() || options.numbered() || system.words() <= 2;
        // A link has no room for more.
        return exact || system.instances() > Link.INSTANCES ? Kind.INDEXED : Kind.FINGERPRINT;
    }

    List<Partition> partitions() {
        return partitions;
    }

    Kind kind() {
        return kind;
    }

    /** For states of one word: what leads to their partitions. */
    WordHash wordHash() {
        return wordHash;
    }

    Memory memory() {
        return memory;
    }

    /** Longs a state. */
    public int words() {
        return words;
    }

    /** How many there are. */
    public long size() {
        long sum = 0;
        for (Partition partition : partitions) {
            sum += partition.size();
        }
        return sum;
    }

    /** How full the table is, from 0 to 1. */
    double load() {
        long capacity = 0;
        for (Partition partition : partitions) {
            capacity += partition.capacity();
        }
        return size() / (double) Math.max(1, capacity);
    }

    /** Whether the states themselves are kept; otherwise only {@link #contains} and {@link #size} work. */
    public boolean kept() {
        return kind != Kind.FINGERPRINT;
    }

    /** Whether their numbers can be found: {@link NumberedStates#find}. */
    public boolean numbered() {
        return kind == Kind.INDEXED;
    }

    /** Whether a state was reached; where they are not {@link #kept}, or one of the same fingerprint. */
    public boolean contains(long[] state, int at) {
        return partition(state, at).contains(state, at);
    }

    /** All of them; only those that are {@link #numbered} can be found there. */
    public NumberedStates all() {
        return first(partitions.stream().mapToLong(Partition::size).toArray());
    }

    /** So many of each partition. */
    NumberedStates first(long[] ends) {
        return new NumberedStates(this, ends);
    }

    /**
     * Estimate of the probability that two states were taken for one, by the birthday bound; 0 if they cannot have
     * been.
     */
    double collisionProbability() {
        double distinct = size();
        return kept() ? 0 : -Math.expm1(-distinct * (distinct - 1) / 2 * 0x1p-64);
    }

    private Partition partition(long[] state, int at) {
        return partitions.get(partitionOf(state, at));
    }

    /** The partition a state belongs to. */
    int partitionOf(long[] state, int at) {
        return words == 1 ? wordHash.partition(state[at]) : Partition.of(StateHash.of(state, at, words));
    }

    void requireKept() {
        if (!kept()) {
            throw new UnsupportedOperationException("only fingerprints are kept");
        }
    }

    @Override
    public void close() {
        if (logs.scope().isAlive()) {
            partitions.forEach(Partition::close);
            logs.close();
        }
    }
}
