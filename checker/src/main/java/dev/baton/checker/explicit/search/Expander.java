package dev.baton.checker.explicit.search;

import java.util.Arrays;

/** Expands states, for one worker. */
final class Expander {

    private final CompiledSystem system;
    private final ReachableStates reachable;
    private final WordHash wordHash;
    private final boolean partialOrder;
    private final int words;
    private final int stride;
    private final boolean stutter;
    private final StepFindings findings;
    private final Sightings sightings;

    private final long[] sources;
    private final int[] counts = new int[Partition.COUNT];
    private long[] to;
    private int[] by;
    private byte[] partitions;
    private long[] links;

    private final Representatives representatives;
    private final long[] represented;
    private long[] taken;
    private long standFor;
    private long partly;

    /** @param reachable what was reached before the round */
    Expander(CompiledSystem system, Sightings sightings, ReachableStates reachable, SearchOptions options) {
        boolean linked = reachable.kind() == ReachableStates.Kind.FINGERPRINT;
        this.system = system;
        this.sightings = sightings;
        this.reachable = reachable;
        this.wordHash = reachable.wordHash();
        this.partialOrder = options.partialOrder();
        this.words = system.words();
        this.stride = linked ? words + 1 : words;
        this.stutter = options.stutter();
        this.findings = new StepFindings(system);
        this.sources = new long[Block.STATES * words];
        this.representatives = new Representatives(system);
        this.represented = new long[words];
        this.taken = new long[system.instances()];
        int room = Math.max(4 * Block.STATES, 2 * system.mostSuccessors());
        this.to = new long[room * words];
        this.by = new int[room];
        this.partitions = new byte[room];
        this.links = linked ? new long[room] : new long[0];
    }

    StepFindings findings() {
        return findings;
    }

    /** How many states those stand for that were expanded since this was last asked. */
    long drainStandFor() {
        long drained = standFor;
        standFor = 0;
        return drained;
    }

    /** How many states were expanded with fewer steps than are possible since this was last asked. */
    long drainPartly() {
        long drained = partly;
        partly = 0;
        return drained;
    }

    /** Steps taken by each instance since this was last asked. */
    long[] drainTaken() {
        long[] drained = taken;
        taken = new long[drained.length];
        return drained;
    }

    /** Expands {@code count} states of a level from {@code rank} on. */
    void expand(Level level, long rank, int count, Block block) {
        level.read(rank, count, words, sources);
        int most = system.mostSuccessors();
        boolean steps = system.stepProperties() > 0;
        boolean few = partialOrder && system.persistent();
        boolean sights = sightings.wantsSteps();
        long stuttering = 0;
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (by.length - n < most) {
                grow(n + most);
            }
            int before = n;
            n = few ? fewer(i * words, n) : n;
            if (n > before) {
                partly++;
            } else {
                n = system.successors(sources, i * words, to, by, n);
            }
            if (stutter || n == before) {
                boolean mayStop = system.mayStop(sources, i * words);
                if (mayStop) {
                    stuttering++;
                } else if (n == before) {
                    findings.deadlock(rank + i);
                }
            }
            if (steps) {
                findings.steps(rank + i, sources, i * words, to, before, n);
            }
            if (sights) {
                sightings.steps(sources, i * words, to, before, n);
            }
            if (links.length > 0) {
                link(level, rank + i, before, n);
            }
            if (representatives.any()) {
                standFor += representatives.standsFor(sources, i * words);
                for (int k = before; k < n; k++) {
                    representatives.represent(to, k * words);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            taken[by[i]]++;
        }
        block.generated = n + (stutter ? stuttering : 0);
        scatter(n, block);
    }

    /**
     * Takes the steps of a set that is enough, if there is one and a state that it leads to is new. The set that states
     * of this round are compared with is the same for all workers; what is new is expanded in a later round, and then
     * with a set of its own or fully. So from every state there is a way to one that is fully expanded, and no step is
     * put off for ever.
     */
    private int fewer(int at, int n) {
        int end = system.fewerSuccessors(sources, at, to, by, n);
        boolean anyNew = false;
        for (int k = n; k < end; k++) {
            if (representatives.any()) {
                System.arraycopy(to, k * words, represented, 0, words);
                representatives.represent(represented, 0);
                anyNew |= !reachable.contains(represented, 0);
            } else {
                anyNew |= !reachable.contains(to, k * words);
            }
        }
        return anyNew ? end : n;
    }

    private void grow(int room) {
        int newRoom = Math.max(room, by.length + (by.length >>> 1));
        to = Arrays.copyOf(to, newRoom * words);
        by = Arrays.copyOf(by, newRoom);
        partitions = new byte[newRoom];
        if (links.length > 0) {
            links = Arrays.copyOf(links, newRoom);
        }
    }

    private void link(Level level, long rank, int from, int until) {
        int partition = level.partition(rank);
        long index = level.index(partition, rank);
        for (int i = from; i < until; i++) {
            links[i] = Link.to(partition, index, by[i]);
        }
    }

    /** A counting sort. */
    private void scatter(int n, Block block) {
        count(n);
        int[] counts = this.counts;
        int sum = 0;
        for (int p = 0; p < Partition.COUNT; p++) {
            block.begins[p] = sum * stride;
            int count = counts[p];
            counts[p] = sum * stride;
            sum += count;
        }
        block.begins[Partition.COUNT] = sum * stride;
        if (block.candidates.length < n * stride) {
            block.candidates =
                    new long[Math.max(n * stride, block.candidates.length + (block.candidates.length >>> 1))];
        }
        if (stride == 1) {
            scatterWords(n, block.candidates);
        } else {
            scatterRows(n, block.candidates);
        }
    }

    private void count(int n) {
        int[] counts = this.counts;
        byte[] partitions = this.partitions;
        long[] to = this.to;
        WordHash wordHash = this.wordHash;
        Arrays.fill(counts, 0);
        if (words == 1) {
            for (int i = 0; i < n; i++) {
                partitions[i] = (byte) wordHash.partition(to[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                partitions[i] = (byte) Partition.of(StateHash.of(to, i * words, words));
            }
        }
        for (int i = 0; i < n; i++) {
            counts[partitions[i]]++;
        }
    }

    private void scatterWords(int n, long[] sorted) {
        int[] next = counts;
        byte[] partitions = this.partitions;
        long[] to = this.to;
        for (int i = 0; i < n; i++) {
            sorted[next[partitions[i]]++] = to[i];
        }
    }

    private void scatterRows(int n, long[] sorted) {
        boolean linked = stride > words;
        for (int i = 0; i < n; i++) {
            int put = counts[partitions[i]];
            counts[partitions[i]] = put + stride;
            for (int k = 0; k < words; k++) {
                sorted[put + k] = to[i * words + k];
            }
            if (linked) {
                sorted[put + words] = links[i];
            }
        }
    }
}
