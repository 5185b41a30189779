package dev.baton.checker.explicit;

import dev.baton.checker.explicit.search.CompiledSystem;
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

/** What the generated class does with one state, of a search of every state. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Subject.SAMPLE)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class SuccessorKernels {
    @Param
    Subject.Name protocol;

    private CompiledSystem system;
    private int words;
    private long[] states;
    private long[] to;
    private int[] by;

    /** Compiles the protocol. */
    @Setup
    public void compile() {
        Subject subject = Subject.of(protocol, false);
        system = subject.system();
        words = system.words();
        states = subject.states();
        to = new long[system.mostSuccessors() * words];
        by = new int[system.mostSuccessors()];
    }

    /** All successors of a state. */
    @Benchmark
    public long successors() {
        long sum = 0;
        for (int i = 0; i < Subject.SAMPLE; i++) {
            sum += system.successors(states, i * words, to, by, 0);
        }
        return sum;
    }

    /** Which invariants a state refutes. */
    @Benchmark
    public long invariants() {
        long any = 0;
        for (int i = 0; i < Subject.SAMPLE; i++) {
            any |= system.decided(states, i * words);
        }
        return any;
    }
}
