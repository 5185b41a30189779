package dev.baton.reference.bench;

import dev.baton.runtime.process.MachineRun;
import dev.baton.runtime.process.RunOptions;
import dev.baton.runtime.process.RunReport;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Messages a second from one sender to one reader, each busy on a core of its own for two seconds an invocation. With
 * one slot a message is in flight at a time: the time of one is then how long it takes to be read and its slot seen
 * free.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"})
public class RingThroughput {
    private static final Duration TIME = Duration.ofSeconds(2);
    /** Between two looks at the clock. */
    private static final int ROUND = 256;

    /** Slots of the ring. */
    @Param({"1024", "1"})
    public int slots;

    /** What arrived. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Delivered {
        /** JMH divides it by the time. */
        public long messages;
    }

    @Benchmark
    public void hand(Delivered delivered) throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            delivered.messages += busy(new HandRing(arena, slots));
        }
    }

    @Benchmark
    public void jctools(Delivered delivered) throws InterruptedException {
        delivered.messages += busy(OtherRings.jctools(slots));
    }

    @Benchmark
    public void agrona(Delivered delivered) throws InterruptedException {
        delivered.messages += busy(OtherRings.agrona(slots));
    }

    @Benchmark
    public void generated(Delivered delivered) throws IOException, ReflectiveOperationException {
        delivered.messages += run(false);
    }

    /** Two processes for four seconds, their start included. */
    @Benchmark
    public void generatedProcesses(Delivered delivered) throws IOException, ReflectiveOperationException {
        delivered.messages += run(true);
    }

    private static long busy(Ring ring) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread sender = Thread.ofPlatform().daemon().start(() -> {
            while (!over.getPlain()) {
                for (int i = 0; i < ROUND; i++) {
                    while (!ring.offer(1, 1)) {
                        Thread.onSpinWait();
                        if (over.getOpaque()) {
                            return;
                        }
                    }
                }
            }
        });
        long end = System.nanoTime() + TIME.toNanos();
        long got = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < ROUND; i++) {
                if (ring.poll()) {
                    got++;
                } else {
                    Thread.onSpinWait();
                }
            }
        }
        over.set(true);
        sender.join();
        return got;
    }

    /** What {@code bench/rings} has generated and compiled: packages {@code ring1}, {@code ring1024}. */
    private long run(boolean processes) throws IOException, ReflectiveOperationException {
        String machine = "ring" + slots + ".RingReclaimed";
        List<Path> classes = List.of(Path.of(System.getProperty("ring.classes")));
        RunOptions options = RunOptions.DEFAULT
                .processes(processes)
                .limit(processes ? TIME.multipliedBy(2) : TIME)
                .jvm(List.of("-XX:TieredStopAtLevel=4"));
        RunReport report = new MachineRun(machine, RingThroughput.class.getClassLoader(), classes).run(options);
        return Long.parseLong(
                report.variables().getOrDefault("Receiver", Map.of()).getOrDefault("next", "0"));
    }
}
