package dev.baton.checker.explicit.search;

import dev.baton.checker.Watch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Breadth-first search of all that a system can reach, level by level, in rounds (see {@link Round}).
 *
 * <p>Everything it reports is the same for any number of workers, and whether or not it was resumed from a checkpoint.
 */
public final class Search {

    private final CompiledSystem system;
    private final SearchOptions options;
    private final ReachableStates reachable;
    private final List<Partition> partitions;
    private final StateFindings stateFindings;
    private final Sightings sightings;
    private final Watch watch;
    private final Pulse pulse;
    private final Crew crew;
    private final Round round;
    private final Optional<CheckpointTimer> checkpoints;
    private final Onlooker onlooker;

    private final Findings findings = new Findings();
    private final Levels levels = new Levels();
    private final StepCounts counts;

    /** Of the level that is expanded: where it begins and ends in each partition, and how many states are done. */
    private long[] begins = new long[Partition.COUNT];

    private long[] ends = new long[Partition.COUNT];

    /** Of all levels before that one: how many states of each partition are in them. */
    private long[] expanded = new long[Partition.COUNT];

    private long rank;
    private final StepFindings steps;

    private Search(
            CompiledSystem system,
            SearchOptions options,
            Watch watch,
            Optional<Checkpointing> checkpointing,
            Sightings sightings,
            Onlooker onlooker,
            ReachableStates reachable,
            Crew crew) {
        this.system = system;
        this.options = options;
        this.reachable = reachable;
        this.partitions = reachable.partitions();
        this.stateFindings = new StateFindings(system, partitions, sightings);
        this.sightings = sightings;
        this.watch = watch;
        this.pulse = new Pulse(watch);
        this.crew = crew;
        this.round = new Round(system, options, reachable, stateFindings, sightings, crew, pulse);
        this.checkpoints = checkpointing.map(CheckpointTimer::new);
        this.onlooker = onlooker;
        this.counts = new StepCounts(system.instances());
        this.steps = new StepFindings(system);
    }

    /** Searches; the caller's thread is one of the workers, and the one that the watch hears from. */
    public static SearchResult run(CompiledSystem system, SearchOptions options, Watch watch) {
        return run(system, options, watch, Optional.empty(), nothing(system), Onlooker.NOBODY);
    }

    /** Searches, and writes checkpoints. */
    public static SearchResult run(
            CompiledSystem system, SearchOptions options, Watch watch, Checkpointing checkpointing) {
        return run(system, options, watch, Optional.of(checkpointing), nothing(system), Onlooker.NOBODY);
    }

    private static Sightings nothing(CompiledSystem system) {
        return new Sightings(Probes.NONE, system.words());
    }

    /**
     * Searches.
     *
     * @param sightings gets what is seen by the way
     * @param onlooker looks at the ends of levels
     */
    public static SearchResult run(
            CompiledSystem system,
            SearchOptions options,
            Watch watch,
            Optional<Checkpointing> checkpointing,
            Sightings sightings,
            Onlooker onlooker) {
        ReachableStates reachable = new ReachableStates(system, options);
        boolean done = false;
        try (Crew crew = new Crew(options.workers())) {
            Search search = new Search(system, options, watch, checkpointing, sightings, onlooker, reachable, crew);
            SearchResult result = search.result(search.begin() ? search.levels() : Ending.MEMORY);
            done = true;
            return result;
        } finally {
            if (!done) {
                reachable.close();
            }
        }
    }

    /**
     * Looks at a checkpoint as {@link #resume} does, without taking the states from it.
     *
     * @throws CheckpointRefused if there is no checkpoint, or it is damaged, or one of something else
     */
    public static void verify(CompiledSystem system, SearchOptions options, Checkpointing checkpointing)
            throws CheckpointRefused {
        try (CheckpointReader in = CheckpointReader.open(checkpointing.file());
                ReachableStates none = new ReachableStates(system, options)) {
            CheckpointHead.of(checkpointing.system(), system, options, none).require(in);
        } catch (IOException e) {
            throw new CheckpointRefused("it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Goes on from a checkpoint, and writes others. Workers, memory and bounds may be others than before.
     *
     * @throws CheckpointRefused if there is no checkpoint, or it is damaged, or one of something else, or too large for
     *     the memory
     */
    public static SearchResult resume(
            CompiledSystem system, SearchOptions options, Watch watch, Checkpointing checkpointing)
            throws CheckpointRefused {
        return resume(system, options, watch, checkpointing, nothing(system), Onlooker.NOBODY);
    }

    /**
     * The same.
     *
     * @param sightings gets what was seen before the checkpoint, and what is seen by the way
     * @param onlooker remembers what it had seen before the checkpoint, and looks at the ends of levels
     */
    public static SearchResult resume(
            CompiledSystem system,
            SearchOptions options,
            Watch watch,
            Checkpointing checkpointing,
            Sightings sightings,
            Onlooker onlooker)
            throws CheckpointRefused {
        ReachableStates reachable = new ReachableStates(system, options);
        boolean done = false;
        try (CheckpointReader in = CheckpointReader.open(checkpointing.file());
                Crew crew = new Crew(options.workers())) {
            Search search = new Search(
                    system, options, watch, Optional.of(checkpointing), sightings, onlooker, reachable, crew);
            search.restore(in, checkpointing.system());
            SearchResult result = search.result(search.levels());
            done = true;
            return result;
        } catch (IOException e) {
            throw new CheckpointRefused("it cannot be read: " + e.getMessage(), e);
        } finally {
            if (!done) {
                reachable.close();
            }
        }
    }

    /** Adds the first state; false if there is no memory even for that. */
    private boolean begin() {
        int words = system.words();
        long[] first = new long[words + 1];
        system.initial(first, 0);
        first[words] = Link.NONE;
        int partition = reachable.partitionOf(first, 0);
        int stride = reachable.kind() == ReachableStates.Kind.FINGERPRINT ? words + 1 : words;
        partitions.get(partition).insert(first, 0, stride);
        stateFindings.examine(partition, new long[Block.STATES * words]);
        nextLevel();
        return !refused();
    }

    private Ending levels() {
        while (true) {
            Level level = new Level(partitions, begins, ends);
            expanded = begins;
            if (level.size() == 0) {
                checkpoints.filter(CheckpointTimer::started).ifPresent(timer -> timer.save(this::save));
                return Ending.COMPLETE;
            }
            if (options.stopEarly() && !findings.isEmpty()) {
                return Ending.DECIDED;
            }
            if (rank == 0 && onlooker.due(reachable.size() - level.size())) {
                onlooker.look(reachable.first(expanded), decided());
            }
            if (onlooker.satisfied(decided())) {
                return Ending.DECIDED;
            }
            if (levels.size() >= options.mostLevels() || reachable.size() > options.mostStates()) {
                checkpoints.ifPresent(timer -> timer.save(this::save));
                return Ending.LEVELS;
            }
            Ending ending = expand(level);
            findings.add(levels.size() - 1, level, steps, system.stepProperties());
            steps.clear();
            nextLevel();
            if (ending != Ending.COMPLETE) {
                return ending;
            }
        }
    }

    private Onlooker.Decided decided() {
        return new Onlooker.Decided(
                findings.decided().size(),
                findings.refuted().size(),
                findings.deadlock().isPresent());
    }

    /** What was added by now is a level. */
    private void nextLevel() {
        begins = ends;
        ends = partitions.stream().mapToLong(Partition::size).toArray();
        rank = 0;
        if (!Arrays.equals(begins, ends)) {
            int number = levels.size();
            levels.add(begins, ends);
            stateFindings.endLevel(
                    (property, partition, index) -> findings.decided(property, new Target(number, partition, index)));
            partitions.forEach(Partition::endLevel);
        }
    }

    private Ending expand(Level level) {
        while (rank < level.size()) {
            long expanded = round.run(level, rank);
            if (expanded == 0) {
                checkpoints.ifPresent(timer -> timer.save(this::save));
                mergeSteps();
                return Ending.CANCELLED;
            }
            rank += expanded;
            counts.addGenerated(round.generated());
            counts.drain(round.expanders());
            mergeSteps();
            if (refused()) {
                return Ending.MEMORY;
            }
            pulse.tell(
                    reachable.size(),
                    counts.generated(),
                    level.size() - rank,
                    levels.size(),
                    reachable.memory().used(),
                    reachable.load());
            checkpoints.filter(CheckpointTimer::due).ifPresent(timer -> timer.save(this::save));
        }
        return Ending.COMPLETE;
    }

    private boolean refused() {
        return partitions.stream().anyMatch(Partition::refused);
    }

    private void mergeSteps() {
        for (Expander expander : round.expanders()) {
            steps.merge(expander.findings());
            expander.findings().clear();
        }
    }

    private SearchResult result(Ending ending) {
        Optional<Paths> found = Paths.find(system, reachable, levels, findings, crew, watch);
        Paths paths = found.orElse(Paths.NONE);
        long distinct = reachable.size();
        return new SearchResult(
                // what is not told must not count as not there
                found.isPresent() ? ending : Ending.CANCELLED,
                distinct,
                counts.generated(),
                levels.size(),
                paths.decided(),
                paths.refuted(),
                paths.deadlock(),
                counts.taken(),
                system.interchanges().isEmpty() ? distinct : counts.standFor(),
                counts.partly(),
                reachable.memory().peak(),
                reachable.collisionProbability(),
                reachable,
                reachable.first(expanded));
    }

    /** All that there is between two rounds. */
    private void save(String name, CheckpointWriter out) throws IOException {
        CheckpointHead.of(name, system, options, reachable).save(out);
        counts.save(out);
        out.put(begins);
        out.put(ends);
        out.put(rank);
        levels.save(out);
        findings.save(out);
        steps.save(out);
        stateFindings.save(out);
        round.save(out);
        sightings.save(out);
        out.put(onlooker.memory());
        for (Partition partition : partitions) {
            partition.save(out);
        }
    }

    private void restore(CheckpointReader in, String name) throws IOException, CheckpointRefused {
        CheckpointHead.of(name, system, options, reachable).require(in);
        counts.restore(in);
        begins = in.getLongs();
        ends = in.getLongs();
        rank = in.get();
        levels.restore(in);
        findings.restore(in);
        steps.restore(in);
        stateFindings.restore(in);
        round.restore(in);
        sightings.restore(in);
        onlooker.remember(in.getLongs());
        for (Partition partition : partitions) {
            partition.restore(in);
            if (partition.refused()) {
                throw new CheckpointRefused("it needs more memory than is allowed");
            }
        }
    }
}
