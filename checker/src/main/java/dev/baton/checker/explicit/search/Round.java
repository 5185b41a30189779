package dev.baton.checker.explicit.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Takes a stretch of a level through two phases: first workers claim blocks of it, expand them and sort the candidates
 * by partition; then they claim partitions and add to each its share of all blocks, in the order of the blocks. So a
 * partition is filled in the same order whoever does it, and nobody needs a lock.
 */
final class Round {

    /**
     * Most words of candidates a round, as far as can be foreseen. The more there are, the better a partition's table
     * is kept in the caches while it takes its share.
     */
    private static final long CANDIDATE_WORDS = 1L << 21;

    private static final long MOST_STATES = 1L << 18;
    private static final long FEWEST_STATES = 1L << 10;

    /** Blocks a worker, where there are enough states: none waits long for the last. */
    private static final int BLOCKS = 8;

    private static final int FEWEST_STATES_A_BLOCK = 256;

    /** So few states are expanded by one worker: waking the others takes longer. */
    private static final int FEW = 1000;

    private final Crew crew;
    private final List<Partition> partitions;
    private final StateFindings stateFindings;
    private final Pulse pulse;
    private final List<Expander> expanders = new ArrayList<>();
    private final List<long[]> scratches = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private final int stride;

    private long expandedSoFar;
    private long generatedSoFar;
    private long generated;

    Round(
            CompiledSystem system,
            SearchOptions options,
            ReachableStates reachable,
            StateFindings stateFindings,
            Sightings sightings,
            Crew crew,
            Pulse pulse) {
        this.crew = crew;
        this.partitions = reachable.partitions();
        this.stateFindings = stateFindings;
        this.pulse = pulse;
        boolean linked = reachable.kind() == ReachableStates.Kind.FINGERPRINT;
        this.stride = linked ? system.words() + 1 : system.words();
        for (int i = 0; i < crew.size(); i++) {
            expanders.add(new Expander(system, sightings, reachable, options));
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
        long states = Math.min(level.size() - rank, mostStates());
        int blockStates = Math.clamp(Math.ceilDiv(states, BLOCKS * crew.size()), FEWEST_STATES_A_BLOCK, Block.STATES);
        int count = (int) Math.ceilDiv(states, blockStates);
        while (blocks.size() < count) {
            blocks.add(new Block());
        }
        boolean alone = states <= FEW;
        next.set(0);
        share(alone, worker -> expandBlocks(worker, level, rank, states, blockStates));
        if (pulse.cancelled()) {
            return 0;
        }
        next.set(0);
        share(alone, worker -> fillPartitions(worker, count));
        generated = 0;
        for (Block block : blocks.subList(0, count)) {
            generated += block.generated;
        }
        expandedSoFar += states;
        generatedSoFar += generated;
        return states;
    }

    /** States a round; the same for any number of workers, so that a search ends alike when memory does. */
    private long mostStates() {
        long wordsEach = stride * Math.max(1, generatedSoFar / Math.max(1, expandedSoFar));
        return Math.clamp(CANDIDATE_WORDS / wordsEach, FEWEST_STATES, MOST_STATES);
    }

    private void share(boolean alone, IntConsumer task) {
        if (alone) {
            task.accept(0);
        } else {
            crew.run(task);
        }
    }

    private void expandBlocks(int worker, Level level, long rank, long states, int blockStates) {
        Expander expander = expanders.get(worker);
        while (true) {
            int block = next.getAndIncrement();
            long begin = (long) block * blockStates;
            if (begin >= states) {
                return;
            }
            if (worker == 0 ? pulse.beat() : pulse.cancelled()) {
                return;
            }
            int count = (int) Math.min(blockStates, states - begin);
            expander.expand(level, rank + begin, count, blocks.get(block));
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

    void save(CheckpointWriter out) throws IOException {
        out.put(expandedSoFar);
        out.put(generatedSoFar);
    }

    void restore(CheckpointReader in) throws IOException {
        expandedSoFar = in.get();
        generatedSoFar = in.get();
    }
}
