package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * The states that a search reached, off the heap until this is closed. They are numbered from 0 without gaps, in an
 * order that is the same for any number of workers (not that of their levels).
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

    /** Whether {@link #numbering} works. */
    public boolean numbered() {
        return kind == Kind.INDEXED;
    }

    /** Whether a state was reached; where they are not {@link #kept}, or one of the same fingerprint. */
    public boolean contains(long[] state, int at) {
        return partition(state, at).contains(state, at);
    }

    /**
     * The numbers of the states, to be asked for once all are there.
     *
     * @throws IllegalStateException if the states are not {@link #numbered}
     */
    public Numbering numbering() {
        return new Numbering(this);
    }

    /**
     * Copies the state of a number.
     *
     * @throws UnsupportedOperationException if the states are not {@link #kept}
     */
    public void get(long number, long[] to, int at) {
        requireKept();
        long index = number;
        for (Partition partition : partitions) {
            if (index < partition.size()) {
                partition.read(index, 1, to, at);
                return;
            }
            index -= partition.size();
        }
        throw new IndexOutOfBoundsException("no state " + number);
    }

    /**
     * Shows all states, by number.
     *
     * @throws UnsupportedOperationException if the states are not {@link #kept}
     */
    public void forEach(Visitor visitor) {
        requireKept();
        long[] buffer = new long[Block.STATES * words];
        long number = 0;
        for (Partition partition : partitions) {
            long size = partition.size();
            for (long at = 0; at < size; at += Block.STATES) {
                int count = (int) Math.min(Block.STATES, size - at);
                partition.read(at, count, buffer, 0);
                for (int i = 0; i < count; i++) {
                    visitor.visit(number++, buffer, i * words);
                }
            }
        }
    }

    /** Is shown a state. */
    public interface Visitor {

        /** The state is {@code state[at]} and what follows, until this returns. */
        void visit(long number, long[] state, int at);
    }

    private Partition partition(long[] state, int at) {
        return partitions.get(partitionOf(state, at));
    }

    /** The partition a state belongs to. */
    int partitionOf(long[] state, int at) {
        return words == 1 ? wordHash.partition(state[at]) : Partition.of(StateHash.of(state, at, words));
    }

    private void requireKept() {
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
