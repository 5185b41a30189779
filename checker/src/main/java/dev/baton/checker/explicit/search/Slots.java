package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The slots of a table, off the heap and given back on their own: at first 0. */
final class Slots implements AutoCloseable {

    private final Memory.Share memory;
    private final Arena arena;
    private final MemorySegment segment;

    private Slots(Memory.Share memory, Arena arena, MemorySegment segment) {
        this.memory = memory;
        this.arena = arena;
        this.segment = segment;
    }

    /** Empty if there is no memory for them. */
    @SuppressWarnings("MustBeClosedChecker") // close() closes it
    static Optional<Slots> allocate(Memory.Share memory, long bytes) {
        Arena arena = Arena.ofShared();
        Optional<MemorySegment> segment = memory.allocate(arena, bytes);
        if (segment.isEmpty()) {
            arena.close();
        }
        return segment.map(slots -> new Slots(memory, arena, slots));
    }

    MemorySegment memory() {
        return segment;
    }

    @Override
    public void close() {
        memory.released(segment.byteSize());
        arena.close();
    }
}
