package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.List;

/**
 * For each property that a state can decide, the first state that does: of the lowest level, and there the first in
 * canonical order. States are looked at partition by partition, right after they were added.
 */
final class StateFindings {

    private final CompiledSystem system;
    private final int words;
    private final Sightings sightings;
    private final List<? extends Partition> partitions;
    private final long[] examined = new long[Partition.COUNT];

    /** Of this level: which properties a partition decides, and the index of the first state that does. */
    private final long[] found = new long[Partition.COUNT];

    private final long[][] firsts = new long[Partition.COUNT][];

    /** Decided in earlier levels. */
    private long known;

    StateFindings(CompiledSystem system, List<? extends Partition> partitions, Sightings sightings) {
        this.system = system;
        this.sightings = sightings;
        this.words = system.words();
        this.partitions = partitions;
    }

    /**
     * Looks at what was added to a partition since the last time.
     *
     * @param scratch of one worker, with room for {@link Block#STATES} states
     */
    void examine(int partition, long[] scratch) {
        long end = partitions.get(partition).size();
        long at = examined[partition];
        while (at < end) {
            int count = (int) Math.min(Block.STATES, end - at);
            partitions.get(partition).read(at, count, scratch, 0);
            sightings.states(scratch, count);
            for (int i = 0; i < count; i++) {
                long decided = system.decided(scratch, i * words) & ~(known | found[partition]);
                if (decided != 0) {
                    note(partition, decided, at + i);
                }
            }
            at += count;
        }
        examined[partition] = end;
    }

    private void note(int partition, long decided, long index) {
        if (firsts[partition] == null) {
            firsts[partition] = new long[Long.SIZE];
        }
        found[partition] |= decided;
        for (long bits = decided; bits != 0; bits &= bits - 1) {
            firsts[partition][Long.numberOfTrailingZeros(bits)] = index;
        }
    }

    /** What is the first to be decided in this level; the next level begins after this. */
    void endLevel(Consumer consumer) {
        for (int p = 0; p < Partition.COUNT; p++) {
            for (long bits = found[p] & ~known; bits != 0; bits &= bits - 1) {
                int property = Long.numberOfTrailingZeros(bits);
                consumer.decided(property, p, firsts[p][property]);
            }
            known |= found[p];
            found[p] = 0;
        }
    }

    void save(CheckpointWriter out) throws IOException {
        out.put(known);
        out.put(examined);
        out.put(found);
        for (int p = 0; p < Partition.COUNT; p++) {
            for (long bits = found[p]; bits != 0; bits &= bits - 1) {
                out.put(firsts[p][Long.numberOfTrailingZeros(bits)]);
            }
        }
    }

    void restore(CheckpointReader in) throws IOException {
        known = in.get();
        System.arraycopy(in.getLongs(), 0, examined, 0, Partition.COUNT);
        long[] saved = in.getLongs();
        for (int p = 0; p < Partition.COUNT; p++) {
            for (long bits = saved[p]; bits != 0; bits &= bits - 1) {
                note(p, Long.lowestOneBit(bits), in.get());
            }
        }
    }

    /** Is told of the first state that decides a property. */
    interface Consumer {
        void decided(int property, int partition, long index);
    }
}
