package dev.baton.reference.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Nanoseconds of a round trip between two cores: a message is sent, the reader sees and reads it, the sender sees that
 * its place is free. There is never more than one message in the ring. Counted is from the end of one send to the end
 * of the next, all of them, with a look at the clock in each.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {Course.NATIVE, Course.OPENS, Course.UNSAFE, Course.COLLECTOR})
public class RingLatency {
    private static final int BATCH = 1000;

    /** Sender and reader are threads. */
    @State(Scope.Benchmark)
    public static class OneProcess extends Course {
        /** See {@link Contestant}. */
        @Param({"hand", "hand-bell", "generated", "hand-polled", "generated-polled", "agrona", "jctools"})
        public String ring = "";

        /** A course. */
        public OneProcess() {
            super(Role.SENDER, 1, false, BATCH);
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
            super(Role.SENDER, 1, true, BATCH);
        }

        @Override
        String ring() {
            return ring;
        }
    }

    /** Of an iteration's round trips. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Percentiles {
        private RoundTrips trips = new RoundTrips();

        /** Nanoseconds. */
        public double p50() {
            return trips.percentile(50);
        }

        /** Nanoseconds. */
        public double p99() {
            return trips.percentile(99);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void oneProcess(OneProcess course, Percentiles percentiles) {
        percentiles.trips = course.trips();
        course.await(BATCH);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void twoProcesses(TwoProcesses course, Percentiles percentiles) {
        percentiles.trips = course.trips();
        course.await(BATCH);
    }
}
