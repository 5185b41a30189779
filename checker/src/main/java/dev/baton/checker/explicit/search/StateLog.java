package dev.baton.checker.explicit.search;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/** Entries of a fixed number of words in the order in which they were added, in chunks off the heap. */
final class StateLog {

    private static final int CHUNK_BYTES = 1 << 16;

    private final Arena arena;
    private final Memory.Share memory;
    private final int words;
    private final int shift;
    private MemorySegment[] chunks = new MemorySegment[0];
    private int allocated;

    private long size;
    private MemorySegment tail = MemorySegment.NULL;
    private long tailAt;
    private long tailEnd;

    /** @param arena ends with the whole search */
    StateLog(Arena arena, Memory.Share memory, int words) {
        this.arena = arena;
        this.memory = memory;
        this.words = words;
        this.shift = Math.max(0, Integer.numberOfTrailingZeros(Integer.highestOneBit(CHUNK_BYTES / (8 * words))));
    }

    long size() {
        return size;
    }

    /** Adds an entry of one word; false if there is no memory for it. */
    boolean append(long word) {
        if (tailAt == tailEnd && !nextChunk()) {
            return false;
        }
        tail.set(JAVA_LONG_UNALIGNED, tailAt, word);
        tailAt += 8;
        size++;
        return true;
    }

    /** Adds an entry; false if there is no memory for it. */
    boolean append(long[] from, int at) {
        if (tailAt == tailEnd && !nextChunk()) {
            return false;
        }
        for (int i = 0; i < words; i++) {
            tail.set(JAVA_LONG_UNALIGNED, tailAt, from[at + i]);
            tailAt += 8;
        }
        size++;
        return true;
    }

    /** Whether entry {@code index} is that of {@code from}. */
    boolean is(long index, long[] from, int at) {
        MemorySegment chunk = chunks[(int) (index >>> shift)];
        long offset = offset(index);
        for (int i = 0; i < words; i++) {
            if (chunk.get(JAVA_LONG_UNALIGNED, offset + 8L * i) != from[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** First word of an entry. */
    long word(long index) {
        return chunks[(int) (index >>> shift)].get(JAVA_LONG_UNALIGNED, offset(index));
    }

    /** Copies {@code count} entries from {@code index} on. */
    void read(long index, int count, long[] to, int at) {
        long next = index;
        int left = count;
        int put = at;
        while (left > 0) {
            long within = next & ((1L << shift) - 1);
            int n = (int) Math.min(left, (1L << shift) - within);
            MemorySegment.copy(chunks[(int) (next >>> shift)], JAVA_LONG, (within * words) << 3, to, put, n * words);
            next += n;
            left -= n;
            put += n * words;
        }
    }

    private long offset(long index) {
        return ((index & ((1L << shift) - 1)) * words) << 3;
    }

    /** Forgets the entries and keeps the memory for others. */
    void clear() {
        size = 0;
        tailAt = 0;
        tailEnd = 0;
    }

    private boolean nextChunk() {
        int next = (int) (size >>> shift);
        long bytes = (8L * words) << shift;
        if (next == allocated) {
            Optional<MemorySegment> chunk = memory.allocate(arena, bytes);
            if (chunk.isEmpty()) {
                return false;
            }
            if (allocated == chunks.length) {
                chunks = Arrays.copyOf(chunks, Math.max(4, allocated * 2));
            }
            chunks[allocated++] = chunk.orElseThrow();
        }
        tail = chunks[next];
        tailAt = 0;
        tailEnd = bytes;
        return true;
    }

    /** Writes down all entries. */
    void save(CheckpointWriter out) throws IOException {
        out.put(size);
        int most = CHUNK_BYTES / Long.BYTES / words + 1;
        long[] entries = new long[most * words];
        for (long at = 0; at < size; at += most) {
            int count = (int) Math.min(most, size - at);
            read(at, count, entries, 0);
            out.put(entries, count * words);
        }
    }

    /** Adds what was saved; false if there is no memory for it. */
    boolean restore(CheckpointReader in) throws IOException {
        long[] entry = new long[words];
        for (long left = in.get(); left > 0; left--) {
            in.get(entry, words);
            if (!append(entry, 0)) {
                return false;
            }
        }
        return true;
    }
}
