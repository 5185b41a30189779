package dev.baton.checker.explicit.search;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A set of words: a slot holds the complement of one, and 0 is free. The word of which all bits are set has no slot but
 * a flag.
 *
 * <p>Open addressing with linear probing; a word's place is its hash scaled to the capacity, so a larger table is
 * filled from a smaller one front to back.
 *
 * <p>Words are added in batches: {@link #reserve}, then {@link #touch}, then {@link #add} for each.
 */
final class WordTable implements AutoCloseable {

    /** Most words a batch. */
    static final int BATCH = 64;

    private final Memory.Share memory;
    private final long[] places = new long[BATCH];
    private final long[] contents = new long[BATCH];

    private Optional<Slots> slots = Optional.empty();
    private MemorySegment table = MemorySegment.NULL;
    private long capacity;
    private long size;
    private long most;
    private boolean allOnes;

    WordTable(Memory.Share memory) {
        this.memory = memory;
    }

    /** Makes room for a batch; false if there is no memory for it. */
    boolean reserve(long firstCapacity) {
        if (size + BATCH <= most) {
            return true;
        }
        long next = capacity == 0 ? firstCapacity : Partition.nextCapacity(capacity);
        if (resize(next)) {
            most = (capacity * Partition.MOST_LOAD) >>> 4;
            return true;
        }
        most = (capacity * Partition.LAST_LOAD) >>> 4;
        return size + BATCH <= most;
    }

    /** Finds the slots of a batch and reads them, so that the cache misses overlap. */
    void touch(long[] words, int at, int until) {
        MemorySegment table = this.table;
        long capacity = this.capacity;
        long[] places = this.places;
        long[] contents = this.contents;
        for (int i = at; i < until; i++) {
            long slot = Math.unsignedMultiplyHigh(StateHash.of(words[i]) << Partition.BITS, capacity);
            places[i - at] = slot;
            contents[i - at] = table.get(JAVA_LONG_UNALIGNED, slot << 3);
        }
    }

    /**
     * Adds a word.
     *
     * @param place in the batch
     * @return whether it is new
     */
    boolean add(int place, long word) {
        if (contents[place] == ~word && word != -1) {
            return false;
        }
        long slot = places[place];
        long found = table.get(JAVA_LONG_UNALIGNED, slot << 3);
        while (found != 0 && found != ~word) {
            slot = slot + 1 == capacity ? 0 : slot + 1;
            found = table.get(JAVA_LONG_UNALIGNED, slot << 3);
        }
        if (found != 0) {
            return false;
        }
        if (word == -1) {
            boolean isNew = !allOnes;
            allOnes = true;
            return isNew;
        }
        table.set(JAVA_LONG_UNALIGNED, slot << 3, ~word);
        size++;
        return true;
    }

    boolean contains(long word) {
        if (word == -1) {
            return allOnes;
        }
        if (capacity == 0) {
            return false;
        }
        long slot = Math.unsignedMultiplyHigh(StateHash.of(word) << Partition.BITS, capacity);
        long found = table.get(JAVA_LONG_UNALIGNED, slot << 3);
        while (found != 0 && found != ~word) {
            slot = slot + 1 == capacity ? 0 : slot + 1;
            found = table.get(JAVA_LONG_UNALIGNED, slot << 3);
        }
        return found != 0;
    }

    private boolean resize(long wanted) {
        Optional<Slots> allocated = Slots.allocate(memory, wanted);
        if (allocated.isEmpty()) {
            return false;
        }
        Slots grown = allocated.orElseThrow();
        refill(table, grown.words(), wanted);
        slots.ifPresent(Slots::close);
        slots = allocated;
        table = grown.words();
        capacity = wanted;
        return true;
    }

    private static void refill(MemorySegment from, MemorySegment to, long capacity) {
        long bytes = from.byteSize();
        for (long at = 0; at < bytes; at += 8) {
            long stored = from.get(JAVA_LONG_UNALIGNED, at);
            if (stored != 0) {
                long slot = Math.unsignedMultiplyHigh(StateHash.of(~stored) << Partition.BITS, capacity);
                while (to.get(JAVA_LONG_UNALIGNED, slot << 3) != 0) {
                    slot = slot + 1 == capacity ? 0 : slot + 1;
                }
                to.set(JAVA_LONG_UNALIGNED, slot << 3, stored);
            }
        }
    }

    @Override
    public void close() {
        slots.ifPresent(Slots::close);
    }
}
