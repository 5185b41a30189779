package dev.baton.reference.bench;

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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Messages of 8 bytes a second that one sender gets to one reader, each busy on a core of its own, through a ring of
 * 1024 slots; counted where they are read.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {Course.NATIVE, Course.OPENS, Course.UNSAFE, Course.COLLECTOR})
public class RingThroughput {
    private static final int BATCH = 10_000;
    private static final int SLOTS = 1024;

    /** Sender and reader are threads. */
    @State(Scope.Benchmark)
    public static class OneProcess extends Course {
        /** See {@link Contestant}. */
        @Param({"hand", "hand-bell", "generated", "hand-polled", "generated-polled", "agrona", "jctools"})
        public String ring = "";

        /** A course. */
        public OneProcess() {
            super(Role.READER, SLOTS, false, BATCH);
        }

        @Override
        String ring() {
            return ring;
        }
    }

    /** Sender and reader are processes. JCTools' queues can't lie in shared memory. */
    @State(Scope.Benchmark)
    public static class TwoProcesses extends Course {
        /** See {@link Contestant}. */
        @Param({"hand", "hand-bell", "generated", "hand-polled", "generated-polled", "agrona"})
        public String ring = "";

        /** A course. */
        public TwoProcesses() {
            super(Role.READER, SLOTS, true, BATCH);
        }

        @Override
        String ring() {
            return ring;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void oneProcess(OneProcess course) {
        course.await(BATCH);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void twoProcesses(TwoProcesses course) {
        course.await(BATCH);
    }
}
