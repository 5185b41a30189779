package dev.baton.checker.explicit.search;

import dev.baton.checker.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;

/**
 * Ways without links between states: the state before another is the first of the level before, in canonical order,
 * that leads there. The levels are expanded once more, from the last backward, each until a state before every target
 * is found.
 */
final class BackwardPaths {

    /** States that a worker claims at once. */
    private static final int BLOCK = 256;

    /** Nanoseconds that a user who wants to stop waits for what was found. */
    private static final long PATIENCE = 500_000_000;

    private final CompiledSystem system;
    private final ReachableStates reachable;
    private final Crew crew;
    private final Watch watch;
    private final long start = System.nanoTime();
    private final int words;
    private final List<List<long[]>> ways = new ArrayList<>();

    private BackwardPaths(CompiledSystem system, ReachableStates reachable, Crew crew, Watch watch) {
        this.system = system;
        this.reachable = reachable;
        this.crew = crew;
        this.watch = watch;
        this.words = system.words();
    }

    /** Empty if the user would not wait. */
    static Optional<List<List<long[]>>> find(
            CompiledSystem system,
            ReachableStates reachable,
            Levels levels,
            List<Target> targets,
            Crew crew,
            Watch watch) {
        return new BackwardPaths(system, reachable, crew, watch).find(levels, targets);
    }

    private boolean givenUp() {
        return watch.interrupted() && System.nanoTime() - start > PATIENCE;
    }

    private Optional<List<List<long[]>>> find(Levels levels, List<Target> targets) {
        for (Target target : targets) {
            long[] state = new long[words];
            reachable.partitions().get(target.partition()).read(target.index(), 1, state, 0);
            List<long[]> way = new ArrayList<>();
            way.add(state);
            ways.add(way);
        }
        int last = targets.stream().mapToInt(Target::level).max().orElse(0);
        long[] ends = reachable.partitions().stream().mapToLong(Partition::size).toArray();
        for (int number = levels.size() - 1; number >= 0; number--) {
            long[] begins = ends.clone();
            levels.subtract(number, begins);
            int wanted = number + 1;
            if (wanted <= last) {
                List<List<long[]>> open = new ArrayList<>();
                for (int i = 0; i < targets.size(); i++) {
                    if (targets.get(i).level() >= wanted) {
                        open.add(ways.get(i));
                    }
                }
                if (!before(new Level(reachable.partitions(), begins, ends), open)) {
                    return Optional.empty();
                }
            }
            ends = begins;
        }
        ways.forEach(Collections::reverse);
        return Optional.of(ways);
    }

    /** Adds to each way the first state of the level that leads to its last; false if that was given up. */
    private boolean before(Level level, List<List<long[]>> open) {
        long[][] targets = open.stream().map(List::getLast).toArray(long[][]::new);
        AtomicLongArray ranks = new AtomicLongArray(targets.length);
        for (int i = 0; i < targets.length; i++) {
            ranks.set(i, Long.MAX_VALUE);
        }
        AtomicLong next = new AtomicLong();
        share(level, worker -> new Scan(level, targets, ranks).run(next));
        if (givenUp()) {
            return false;
        }
        for (int i = 0; i < targets.length; i++) {
            if (ranks.get(i) == Long.MAX_VALUE) {
                throw new IllegalStateException("nothing of the level before leads to a state");
            }
            long[] state = new long[words];
            level.read(ranks.get(i), 1, words, state);
            open.get(i).add(state);
        }
        return true;
    }

    private void share(Level level, IntConsumer task) {
        if (level.size() <= BLOCK) {
            task.accept(0);
        } else {
            crew.run(task);
        }
    }

    /** One worker's part of the search for the states before some targets. */
    private final class Scan {

        private final Level level;
        private final long[][] targets;
        private final AtomicLongArray ranks;
        private final long[] sources = new long[BLOCK * words];
        private final long[] to = new long[system.mostSuccessors() * words];
        private final int[] by = new int[system.mostSuccessors()];
        private final Representatives representatives = new Representatives(system);

        /** Bit {@code i}: some target has a first word that {@link #bit} takes to {@code i}. */
        private long filter;

        Scan(Level level, long[][] targets, AtomicLongArray ranks) {
            this.level = level;
            this.targets = targets;
            this.ranks = ranks;
            for (long[] target : targets) {
                filter |= bit(target[0]);
            }
        }

        /**
         * Claims blocks from the front until every target was found or there are no more. Blocks are claimed in order,
         * so each that comes before a find is looked at by somebody, and to its end.
         */
        void run(AtomicLong next) {
            while (isOpen() && !givenUp()) {
                long first = next.getAndAdd(BLOCK);
                if (first >= level.size()) {
                    break;
                }
                look(first, (int) Math.min(BLOCK, level.size() - first));
            }
        }

        private boolean isOpen() {
            for (int i = 0; i < targets.length; i++) {
                if (ranks.get(i) == Long.MAX_VALUE) {
                    return true;
                }
            }
            return false;
        }

        private void look(long first, int count) {
            level.read(first, count, words, sources);
            for (int i = 0; i < count; i++) {
                int n = system.successors(sources, i * words, to, by, 0);
                for (int k = 0; k < n; k++) {
                    representatives.represent(to, k * words);
                    if ((filter & bit(to[k * words])) != 0) {
                        compare(first + i, k * words);
                    }
                }
            }
        }

        private void compare(long rank, int at) {
            for (int i = 0; i < targets.length; i++) {
                if (Arrays.equals(targets[i], 0, words, to, at, at + words)) {
                    ranks.accumulateAndGet(i, rank, Math::min);
                }
            }
        }

        private static long bit(long word) {
            return 1L << (StateHash.of(word) >>> 58);
        }
    }
}
