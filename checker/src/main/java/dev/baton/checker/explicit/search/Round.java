package dev.baton.checker.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes a stretch of a level through two phases: first workers claim blocks of it, expand them and sort the candidates
 * by partition; then they claim partitions and add to each its share of all blocks, in the order of the blocks. So a
 * partition is filled in the same order whoever does it, and nobody needs a lock.
 */
final class Round {

    /** Blocks a round. A barrier costs some ten microseconds, a round some ten milliseconds. */
    private static final int BLOCKS = 128;

    /** So few states are expanded by one worker: waking the others takes longer. */
    private static final int FEW = 4 * Block.STATES;

    private final Crew crew;
    private final List<Partition> partitions;
    private final StateFindings stateFindings;
    private final Pulse pulse;
    private final List<Expander> expanders = new ArrayList<>();
    private final List<long[]> scratches = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private long generated;

    Round(
            CompiledSystem system,
            SearchOptions options,
            ReachableStates reachable,
            StateFindings stateFindings,
            Crew crew,
            Pulse pulse) {
        this.crew = crew;
        this.partitions = reachable.partitions();
        this.stateFindings = stateFindings;
        this.pulse = pulse;
        boolean linked = reachable.kind() == ReachableStates.Kind.FINGERPRINT;
        for (int i = 0; i < crew.size(); i++) {
            expanders.add(new Expander(system, options.stutter(), linked));
            scratches.add(new long[Block.STATES * system.words()]);
        }
    }

    List<Expander> expanders() {
        return expanders;
    }

    /** What the last round generated. */
    long generated() {
        return generated;
    }

    /**
     * Expands states of a level from {@code rank} on, and adds what they lead to.
     *
     * @return how many were expanded; 0 if the search was cancelled, and then nothing was added
     */
    long run(Level level, long rank) {
        long states = Math.min(level.size() - rank, (long) BLOCKS * Block.STATES);
        int count = (int) ((states + Block.STATES - 1) / Block.STATES);
        while (blocks.size() < count) {
            blocks.add(new Block());
        }
        boolean alone = states <= FEW;
        next.set(0);
        share(alone, worker -> expandBlocks(worker, level, rank, count));
        if (pulse.cancelled()) {
            return 0;
        }
        next.set(0);
        share(alone, worker -> fillPartitions(worker, count));
        generated = 0;
        for (Block block : blocks.subList(0, count)) {
            generated += block.generated;
        }
        return states;
    }

    private void share(boolean alone, java.util.function.IntConsumer task) {
        if (alone) {
            task.accept(0);
        } else {
            crew.run(task);
        }
    }

    private void expandBlocks(int worker, Level level, long rank, int count) {
        Expander expander = expanders.get(worker);
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            if (worker == 0 ? pulse.beat() : pulse.cancelled()) {
                return;
            }
            long first = rank + (long) i * Block.STATES;
            int states = (int) Math.min(Block.STATES, level.size() - first);
            expander.expand(level, first, states, blocks.get(i));
        }
    }

    private void fillPartitions(int worker, int count) {
        long[] scratch = scratches.get(worker);
        for (int p = next.getAndIncrement(); p < Partition.COUNT; p = next.getAndIncrement()) {
            Partition partition = partitions.get(p);
            for (int i = 0; i < count; i++) {
                Block block = blocks.get(i);
                if (block.begins[p] < block.begins[p + 1]) {
                    partition.insert(block.candidates, block.begins[p], block.begins[p + 1]);
                }
            }
            stateFindings.examine(p, scratch);
        }
    }
}
