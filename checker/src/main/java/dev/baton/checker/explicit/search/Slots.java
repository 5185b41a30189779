package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The slots of a table, off the heap and given back on their own: one word each, at first 0. */
final class Slots implements AutoCloseable {

    private final Memory.Share memory;
    private final Arena arena;
    private final MemorySegment words;

    private Slots(Memory.Share memory, Arena arena, MemorySegment words) {
        this.memory = memory;
        this.arena = arena;
        this.words = words;
    }

    /** Empty if there is no memory for them. */
    @SuppressWarnings("MustBeClosedChecker") // close() closes it
    static Optional<Slots> allocate(Memory.Share memory, long capacity) {
        Arena arena = Arena.ofShared();
        Optional<MemorySegment> words = memory.allocate(arena, capacity << 3);
        if (words.isEmpty()) {
            arena.close();
        }
        return words.map(segment -> new Slots(memory, arena, segment));
    }

    MemorySegment words() {
        return words;
    }

    @Override
    public void close() {
        memory.released(words.byteSize());
        arena.close();
    }
}
