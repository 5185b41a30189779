package dev.baton.checker.explicit.search;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One partition of the visited set: adding and finding random states of it. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(VisitedSetKernels.STATES)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class VisitedSetKernels {
    /** States that are added: as many as a partition holds in a search of four million. */
    static final int STATES = 1 << 16;

    private static final int PARTITION = 5;
    private static final int BITS = 48;

    /** How states are kept. */
    public enum Kept {
        /** One word, by its hash. */
        ONE_WORD(1),
        /** Two words, exactly. */
        TWO_WORDS(2),
        /** Four words, of which the fingerprint is kept. */
        FINGERPRINTS(4);

        private final int words;

        Kept(int words) {
            this.words = words;
        }
    }

    @Param
    Kept kept;

    private final WordHash hash = new WordHash(BITS);
    private long[] candidates;
    private int stride;
    private Arena logs;
    private Partition filled;

    private static Memory.Share share() {
        return new Memory().new Share(Long.MAX_VALUE);
    }

    /** Makes the states, and a partition that has them. */
    @Setup
    @SuppressWarnings("MustBeClosedChecker") // free() closes it
    public void fill() {
        SplittableRandom random = new SplittableRandom(20260101);
        int words = kept.words;
        // Behind the words of a state whose fingerprint is kept there is its link.
        stride = kept == Kept.FINGERPRINTS ? words + 1 : words;
        candidates = new long[STATES * stride];
        for (int i = 0; i < STATES; i++) {
            do {
                for (int k = 0; k < words; k++) {
                    candidates[i * stride + k] = random.nextLong(1L << BITS);
                }
            } while (partitionOf(i * stride) != PARTITION);
        }
        logs = Arena.ofShared();
        filled = partition(logs);
        filled.insert(candidates, 0, candidates.length);
    }

    private int partitionOf(int at) {
        return kept == Kept.ONE_WORD
                ? hash.partition(candidates[at])
                : Partition.of(StateHash.of(candidates, at, kept.words));
    }

    private Partition partition(Arena arena) {
        return switch (kept) {
            case ONE_WORD -> new WordPartition(PARTITION, arena, share(), hash);
            case TWO_WORDS -> new IndexedPartition(PARTITION, arena, share(), kept.words);
            case FINGERPRINTS -> new FingerprintPartition(PARTITION, arena, share(), kept.words);
        };
    }

    /** Gives the memory back. */
    @TearDown
    public void free() {
        filled.close();
        logs.close();
    }

    /** Adds a state to a partition that begins empty, and grows. */
    @Benchmark
    public long insertNew() {
        try (Arena arena = Arena.ofShared();
                Partition empty = partition(arena)) {
            empty.insert(candidates, 0, candidates.length);
            return empty.size();
        }
    }

    /** Adds a state that is there already. */
    @Benchmark
    public long insertKnown() {
        filled.insert(candidates, 0, candidates.length);
        return filled.size();
    }

    /** Finds a state. */
    @Benchmark
    public long contains() {
        long found = 0;
        for (int i = 0; i < STATES; i++) {
            found += filled.contains(candidates, i * stride) ? 1 : 0;
        }
        return found;
    }
}
