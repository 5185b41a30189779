package dev.baton.checker.explicit.search;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A set of keys, of which the highest bits are those of the partition and known. A slot holds 1 + the others, in as few
 * bytes as they need; 0 is free. Four bytes are enough for keys of 37 bits.
 *
 * <p>Open addressing with linear probing; a key's place is its value scaled to the capacity, so a larger table is
 * filled from a smaller one front to back. Keys are to be spread evenly.
 */
final class KeyTable implements AutoCloseable {

    /** Most keys that are added at once. */
    static final int BATCH = 64;

    private final Memory.Share memory;
    private final int slotBytes;
    private final long slotMask;
    private final int shift;
    private final long keyMask;
    private final long firstCapacity;
    private final long[] places = new long[BATCH];
    private final long[] contents = new long[BATCH];

    private Optional<Slots> slots = Optional.empty();
    private MemorySegment table = MemorySegment.NULL;
    private long capacity;
    private long size;
    private long most;

    /** @param bits of a key */
    KeyTable(int partition, Memory.Share memory, int bits) {
        int rest = bits - Partition.BITS;
        this.memory = memory;
        this.slotBytes = slotBytes(bits);
        this.slotMask = -1L >>> (Long.SIZE - Byte.SIZE * slotBytes);
        this.shift = Long.SIZE - rest;
        this.keyMask = -1L >>> shift;
        this.firstCapacity = Partition.firstCapacity(partition, slotBytes);
    }

    /** Bytes of a slot for keys of so many bits. */
    static int slotBytes(int bits) {
        return (bits - Partition.BITS + Byte.SIZE) / Byte.SIZE;
    }

    /** How many slots there are. */
    long capacity() {
        return capacity;
    }

    /**
     * How many keys of a batch there is room for, after the table has grown if it is full; 0 if it is full and there is
     * no memory. When it grows depends on nothing but the keys added.
     */
    int room() {
        if (size == most) {
            if (resize(capacity == 0 ? firstCapacity : Partition.nextCapacity(capacity, slotBytes))) {
                most = (capacity * Partition.MOST_LOAD) >>> 4;
            } else {
                most = (capacity * Partition.LAST_LOAD) >>> 4;
            }
        }
        return (int) Math.min(BATCH, most - size);
    }

    /**
     * Adds a batch for which there is room.
     *
     * @param fresh gets the places in {@code keys} of those that are new, in their order
     * @return how many are new
     */
    int add(long[] keys, int count, int[] fresh) {
        touch(keys, count);
        MemorySegment table = this.table;
        int slotBytes = this.slotBytes;
        long slotMask = this.slotMask;
        long keyMask = this.keyMask;
        long end = capacity * slotBytes;
        int isNew = 0;
        for (int i = 0; i < count; i++) {
            long stored = (keys[i] & keyMask) + 1;
            long content = contents[i];
            if ((content & slotMask) == stored) {
                continue;
            }
            long place = places[i];
            // The table may have got this very key, or another in this place, since it was touched.
            content = table.get(JAVA_LONG_UNALIGNED, place);
            while ((content & slotMask) != 0 && (content & slotMask) != stored) {
                place += slotBytes;
                place = place == end ? 0 : place;
                content = table.get(JAVA_LONG_UNALIGNED, place);
            }
            if ((content & slotMask) == 0) {
                table.set(JAVA_LONG_UNALIGNED, place, content | stored);
                fresh[isNew++] = i;
            }
        }
        size += isNew;
        return isNew;
    }

    /** Finds the places of a batch and reads them, so that the cache misses overlap. */
    private void touch(long[] keys, int count) {
        MemorySegment table = this.table;
        long capacity = this.capacity;
        int slotBytes = this.slotBytes;
        int shift = this.shift;
        long[] places = this.places;
        long[] contents = this.contents;
        for (int i = 0; i < count; i++) {
            long place = Math.unsignedMultiplyHigh(keys[i] << shift, capacity) * slotBytes;
            places[i] = place;
            contents[i] = table.get(JAVA_LONG_UNALIGNED, place);
        }
    }

    boolean contains(long key) {
        if (capacity == 0) {
            return false;
        }
        long stored = (key & keyMask) + 1;
        long place = Math.unsignedMultiplyHigh(key << shift, capacity) * slotBytes;
        while (true) {
            long found = table.get(JAVA_LONG_UNALIGNED, place) & slotMask;
            if (found == 0 || found == stored) {
                return found != 0;
            }
            place += slotBytes;
            place = place == capacity * slotBytes ? 0 : place;
        }
    }

    private boolean resize(long wanted) {
        // A slot is read and written as a long.
        Optional<Slots> allocated = Slots.allocate(memory, wanted * slotBytes + Long.BYTES - slotBytes);
        if (allocated.isEmpty()) {
            return false;
        }
        Slots grown = allocated.orElseThrow();
        refill(table, capacity, grown.memory(), wanted);
        slots.ifPresent(Slots::close);
        slots = allocated;
        table = grown.memory();
        capacity = wanted;
        return true;
    }

    private void refill(MemorySegment from, long oldCapacity, MemorySegment to, long newCapacity) {
        int slotBytes = this.slotBytes;
        long slotMask = this.slotMask;
        int shift = this.shift;
        long end = newCapacity * slotBytes;
        for (long at = 0; at < oldCapacity * slotBytes; at += slotBytes) {
            long stored = from.get(JAVA_LONG_UNALIGNED, at) & slotMask;
            if (stored != 0) {
                long place = Math.unsignedMultiplyHigh((stored - 1) << shift, newCapacity) * slotBytes;
                long content = to.get(JAVA_LONG_UNALIGNED, place);
                while ((content & slotMask) != 0) {
                    place += slotBytes;
                    place = place == end ? 0 : place;
                    content = to.get(JAVA_LONG_UNALIGNED, place);
                }
                to.set(JAVA_LONG_UNALIGNED, place, content | stored);
            }
        }
    }

    /** Writes down the keys, without the bits of the partition. */
    void save(CheckpointWriter out) throws IOException {
        out.put(size);
        for (long at = 0; at < capacity * slotBytes; at += slotBytes) {
            long stored = table.get(JAVA_LONG_UNALIGNED, at) & slotMask;
            if (stored != 0) {
                out.put(stored - 1);
            }
        }
    }

    /** Adds what was saved; false if there is no memory for it. */
    boolean restore(CheckpointReader in) throws IOException {
        long[] key = new long[1];
        int[] fresh = new int[1];
        for (long left = in.get(); left > 0; left--) {
            key[0] = in.get();
            if (room() == 0) {
                return false;
            }
            add(key, 1, fresh);
        }
        return true;
    }

    @Override
    public void close() {
        slots.ifPresent(Slots::close);
    }
}
