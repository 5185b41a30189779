package dev.baton.checker.explicit;

import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.Representatives;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a search that leaves states out does besides. The states are successors of reachable ones, as they are before a
 * representative was found for them.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Subject.SAMPLE)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class ReductionKernels {
    @Param({"MAILBOX", "HAND", "COMMIT"})
    Subject.Name protocol;

    private CompiledSystem system;
    private Representatives representatives;
    private int words;
    private long[] visited;
    private long[] candidates;
    private long[] state;
    private long[] to;
    private int[] by;

    /** Compiles the protocol. */
    @Setup
    public void compile() {
        Subject subject = Subject.of(protocol, true);
        system = subject.system();
        representatives = new Representatives(system);
        words = system.words();
        visited = subject.states();
        state = new long[words];
        to = new long[system.mostSuccessors() * words];
        by = new int[system.mostSuccessors()];
        candidates = visited.clone();
        for (int i = 0; i < Subject.SAMPLE; i++) {
            int n = system.successors(visited, i * words, to, by, 0);
            if (n > 0) {
                System.arraycopy(to, i % n * words, candidates, i * words, words);
            }
        }
    }

    /** The state that stands for a candidate under symmetry. */
    @Benchmark
    public long representative() {
        long sum = 0;
        for (int i = 0; i < Subject.SAMPLE; i++) {
            System.arraycopy(candidates, i * words, state, 0, words);
            representatives.represent(state, 0);
            sum += state[0];
        }
        return sum;
    }

    /** How many states a visited one stands for. */
    @Benchmark
    public long standsFor() {
        long sum = 0;
        for (int i = 0; i < Subject.SAMPLE; i++) {
            sum += representatives.standsFor(visited, i * words);
        }
        return sum;
    }

    /** A persistent set's successors, or none where there is no such set; the visited set is not asked. */
    @Benchmark
    public long fewerSuccessors() {
        long sum = 0;
        for (int i = 0; i < Subject.SAMPLE; i++) {
            sum += system.fewerSuccessors(visited, i * words, to, by, 0);
        }
        return sum;
    }
}
