package dev.baton.checker.explicit.search;

import dev.baton.checker.Watch;
import java.util.Arrays;
import java.util.List;

/**
 * Breadth-first search of all that a system can reach, level by level, in rounds (see {@link Round}).
 *
 * <p>Everything it reports is the same for any number of workers.
 */
public final class Search {

    private final CompiledSystem system;
    private final SearchOptions options;
    private final ReachableStates reachable;
    private final List<Partition> partitions;
    private final StateFindings stateFindings;
    private final Pulse pulse;
    private final Crew crew;
    private final Round round;
    private final Findings findings = new Findings();
    private final Levels levels = new Levels();
    private final long[] taken;

    private long generated = 1;

    private Search(CompiledSystem system, SearchOptions options, Watch watch, ReachableStates reachable, Crew crew) {
        this.system = system;
        this.options = options;
        this.reachable = reachable;
        this.partitions = reachable.partitions();
        this.stateFindings = new StateFindings(system, partitions);
        this.pulse = new Pulse(watch);
        this.crew = crew;
        this.round = new Round(system, options, reachable, stateFindings, crew, pulse);
        this.taken = new long[system.instances()];
    }

    /** Searches; the caller's thread is one of the workers, and the one that the watch hears from. */
    public static SearchResult run(CompiledSystem system, SearchOptions options, Watch watch) {
        ReachableStates reachable = new ReachableStates(system, options);
        boolean done = false;
        try (Crew crew = new Crew(options.workers())) {
            SearchResult result = new Search(system, options, watch, reachable, crew).run();
            done = true;
            return result;
        } finally {
            if (!done) {
                reachable.close();
            }
        }
    }

    private SearchResult run() {
        Ending ending = begin() ? levels() : Ending.MEMORY;
        return result(ending);
    }

    /** Adds the first state. */
    private boolean begin() {
        int words = system.words();
        long[] first = new long[words + 1];
        system.initial(first, 0);
        first[words] = Link.NONE;
        int partition = reachable.partitionOf(first, 0);
        int stride = reachable.kind() == ReachableStates.Kind.FINGERPRINT ? words + 1 : words;
        partitions.get(partition).insert(first, 0, stride);
        stateFindings.examine(partition, new long[Block.STATES * words]);
        return !partitions.get(partition).refused();
    }

    private Ending levels() {
        long[] begins = new long[Partition.COUNT];
        while (true) {
            long[] ends = sizes();
            endLevel(begins, ends);
            Level level = new Level(partitions, begins, ends);
            if (level.size() == 0) {
                return Ending.COMPLETE;
            }
            if (options.stopEarly() && !findings.isEmpty()) {
                return Ending.DECIDED;
            }
            if (levels.size() == options.mostLevels()) {
                return Ending.LEVELS;
            }
            Ending ending = expand(level);
            if (ending != Ending.COMPLETE) {
                endLevel(ends, sizes());
                return ending;
            }
            begins = ends;
        }
    }

    private long[] sizes() {
        return partitions.stream().mapToLong(Partition::size).toArray();
    }

    private void endLevel(long[] begins, long[] ends) {
        if (!Arrays.equals(begins, ends)) {
            int number = levels.size();
            levels.add(begins, ends);
            stateFindings.endLevel(
                    (property, partition, index) -> findings.decided(property, new Target(number, partition, index)));
            partitions.forEach(Partition::endLevel);
        }
    }

    private Ending expand(Level level) {
        Ending ending = Ending.COMPLETE;
        for (long rank = 0; rank < level.size() && ending == Ending.COMPLETE; ) {
            long expanded = round.run(level, rank);
            if (expanded == 0) {
                ending = Ending.CANCELLED;
                break;
            }
            rank += expanded;
            generated += round.generated();
            for (Expander expander : round.expanders()) {
                long[] more = expander.drainTaken();
                for (int i = 0; i < taken.length; i++) {
                    taken[i] += more[i];
                }
            }
            if (partitions.stream().anyMatch(Partition::refused)) {
                ending = Ending.MEMORY;
            }
            pulse.tell(
                    reachable.size(),
                    generated,
                    level.size() - rank,
                    levels.size(),
                    reachable.memory().used());
        }
        StepFindings steps = round.expanders().getFirst().findings();
        for (Expander expander : round.expanders()) {
            steps.merge(expander.findings());
        }
        findings.add(levels.size() - 1, level, steps, system.stepProperties());
        round.expanders().forEach(expander -> expander.findings().clear());
        return ending;
    }

    private SearchResult result(Ending ending) {
        Paths paths = Paths.find(system, reachable, levels, findings, crew);
        long distinct = reachable.size();
        return new SearchResult(
                ending,
                distinct,
                generated,
                levels.size(),
                paths.decided(),
                paths.refuted(),
                paths.deadlock(),
                Arrays.stream(taken).boxed().toList(),
                reachable.memory().peak(),
                reachable.kept() ? 0 : collisionProbability((double) distinct),
                reachable);
    }

    /** The birthday bound. */
    private static double collisionProbability(double distinct) {
        return -Math.expm1(-distinct * (distinct - 1) / 2 * 0x1p-64);
    }
}
