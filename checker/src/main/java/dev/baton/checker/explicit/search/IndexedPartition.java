package dev.baton.checker.explicit.search;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * States of any number of words, exactly: the log holds them, and a slot of the table leads there. Its upper 32 bits
 * are a part of the hash (the tag), which alone says where the slot is; the lower ones are 1 + the index, so 0 is free.
 */
final class IndexedPartition implements Partition {

    private static final int BATCH = 64;
    private static final long INDEX = 0xffff_ffffL;

    private final long firstCapacity;
    private final int words;
    private final Memory.Share memory;
    private final StateLog log;
    private final long[] tags = new long[BATCH];
    private final long[] contents = new long[BATCH];
    private final boolean[] known = new boolean[BATCH];

    private Optional<Slots> slots = Optional.empty();
    private MemorySegment table = MemorySegment.NULL;
    private long capacity;
    private long most;
    private boolean refused;

    IndexedPartition(int partition, Arena logs, Memory.Share memory, int words) {
        this.firstCapacity = Partition.firstCapacity(partition, Long.BYTES);
        this.words = words;
        this.memory = memory;
        this.log = new StateLog(logs, memory, words);
    }

    @Override
    public void insert(long[] from, int begin, int end) {
        int count;
        for (int at = begin; at < end && !refused; at += count * words) {
            count = Math.min((end - at) / words, room());
            if (count == 0) {
                refused = true;
                return;
            }
            touch(from, at, count);
            add(from, at, count);
        }
    }

    /**
     * Finds the slots and reads them, then what they lead to, so that the cache misses of a batch overlap. Most
     * candidates turn out to be known.
     */
    private void touch(long[] from, int at, int count) {
        MemorySegment table = this.table;
        for (int i = 0; i < count; i++) {
            long tag = tag(StateHash.of(from, at + i * words, words));
            tags[i] = tag;
            contents[i] = table.get(JAVA_LONG_UNALIGNED, place(tag, capacity) << 3);
        }
        for (int i = 0; i < count; i++) {
            long slot = contents[i];
            known[i] = slot != 0 && slot >>> 32 == tags[i] && log.is((slot & INDEX) - 1, from, at + i * words);
        }
    }

    private void add(long[] from, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (known[i]) {
                continue;
            }
            int state = at + i * words;
            long place = search(from, state, tags[i]);
            if (table.get(JAVA_LONG_UNALIGNED, place << 3) == 0) {
                if (log.size() == INDEX || !log.append(from, state)) {
                    refused = true;
                    return;
                }
                table.set(JAVA_LONG_UNALIGNED, place << 3, tags[i] << 32 | log.size());
            }
        }
    }

    /** The place of a state, or the free one where it belongs. */
    private long search(long[] from, int at, long tag) {
        long place = place(tag, capacity);
        while (true) {
            long slot = table.get(JAVA_LONG_UNALIGNED, place << 3);
            if (slot == 0 || (slot >>> 32 == tag && log.is((slot & INDEX) - 1, from, at))) {
                return place;
            }
            place = place + 1 == capacity ? 0 : place + 1;
        }
    }

    /** Which of the partition's states this is, or -1. */
    long find(long[] state, int at) {
        if (capacity == 0) {
            return -1;
        }
        long place = search(state, at, tag(StateHash.of(state, at, words)));
        return (table.get(JAVA_LONG_UNALIGNED, place << 3) & INDEX) - 1;
    }

    @Override
    public boolean contains(long[] state, int at) {
        return find(state, at) >= 0;
    }

    private static long tag(long hash) {
        return hash << BITS >>> 32;
    }

    private static long place(long tag, long capacity) {
        return (tag * capacity) >>> 32;
    }

    /** As that of {@link KeyTable}. */
    private int room() {
        if (log.size() == most) {
            long next = capacity == 0 ? firstCapacity : Partition.nextCapacity(capacity, Long.BYTES);
            if (next <= INDEX && resize(next)) {
                most = (capacity * MOST_LOAD) >>> 4;
            } else {
                most = (capacity * LAST_LOAD) >>> 4;
            }
        }
        return (int) Math.min(BATCH, most - log.size());
    }

    private boolean resize(long wanted) {
        Optional<Slots> allocated = Slots.allocate(memory, wanted << 3);
        if (allocated.isEmpty()) {
            return false;
        }
        Slots grown = allocated.orElseThrow();
        refill(table, grown.memory(), wanted);
        slots.ifPresent(Slots::close);
        slots = allocated;
        table = grown.memory();
        capacity = wanted;
        return true;
    }

    private static void refill(MemorySegment from, MemorySegment to, long capacity) {
        long bytes = from.byteSize();
        for (long at = 0; at < bytes; at += 8) {
            long slot = from.get(JAVA_LONG_UNALIGNED, at);
            if (slot != 0) {
                long place = place(slot >>> 32, capacity);
                while (to.get(JAVA_LONG_UNALIGNED, place << 3) != 0) {
                    place = place + 1 == capacity ? 0 : place + 1;
                }
                to.set(JAVA_LONG_UNALIGNED, place << 3, slot);
            }
        }
    }

    @Override
    public long size() {
        return log.size();
    }

    @Override
    public long capacity() {
        return capacity;
    }

    @Override
    public boolean refused() {
        return refused;
    }

    @Override
    public void read(long index, int count, long[] to, int at) {
        log.read(index, count, to, at);
    }

    @Override
    public void endLevel() {
        // all states are kept
    }

    @Override
    public void save(CheckpointWriter out) throws IOException {
        log.save(out);
    }

    @Override
    public void restore(CheckpointReader in) throws IOException {
        long[] states = new long[BATCH * words];
        int count;
        for (long left = in.get(); left > 0 && !refused; left -= count) {
            count = (int) Math.min(BATCH, left);
            in.get(states, count * words);
            insert(states, 0, count * words);
        }
    }

    @Override
    public void close() {
        slots.ifPresent(Slots::close);
    }
}
