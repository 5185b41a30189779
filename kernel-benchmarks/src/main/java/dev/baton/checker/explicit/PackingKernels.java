package dev.baton.checker.explicit;

import dev.baton.model.interpreter.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** States of values to words and back: for paths and coverage, not in the inner loop. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class PackingKernels {
    private static final int STATES = 64;

    @Param({"MAILBOX", "ELECTION"})
    Subject.Name protocol;

    private Subject subject;
    private final List<State> unpacked = new ArrayList<>();
    private int next;

    /** Compiles the protocol, and unpacks some states. */
    @Setup
    public void compile() {
        subject = Subject.of(protocol, false);
        for (int i = 0; i < STATES; i++) {
            unpacked.add(subject.packer().unpack(subject.states(), place(i)));
        }
    }

    private int place(int i) {
        return i * (Subject.SAMPLE / STATES) * subject.system().words();
    }

    private int next() {
        next = (next + 1) % STATES;
        return next;
    }

    /** The words of a state. */
    @Benchmark
    public long[] pack() {
        return subject.packer().pack(unpacked.get(next()));
    }

    /** The state of some words. */
    @Benchmark
    public State unpack() {
        return subject.packer().unpack(subject.states(), place(next()));
    }
}
