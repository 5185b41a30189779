package dev.baton.reference.bench;

import dev.baton.runtime.Affinity;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jctools.queues.MpscArrayQueue;

/** A kind of ring. */
enum Contestant {
    /** By hand, without a doorbell. */
    HAND("hand"),
    /** By hand, with the doorbell. */
    HAND_BELL("hand-bell"),
    /** What Baton generates from {@code ring_reclaimed}. */
    GENERATED("generated"),
    /** By hand, polled. */
    POLLED("hand-polled"),
    /** What Baton generates from {@code ring_polled}. */
    GENERATED_POLLED("generated-polled"),
    /** Agrona's. */
    AGRONA("agrona"),
    /** JCTools', in one process only. */
    JCTOOLS("jctools");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    /** By its name in tables. */
    static Contestant of(String title) {
        return Arrays.stream(values())
                .filter(c -> c.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no ring called `" + title + "`"));
    }

    /** Its name in tables. */
    String title() {
        return title;
    }

    /** Lays a new ring out in a file that isn't there yet. */
    Lane create(Path file, int slots) throws IOException {
        return switch (this) {
            case GENERATED, GENERATED_POLLED -> GeneratedLane.create(protocol(slots), file);
            case HAND, HAND_BELL, POLLED, AGRONA, JCTOOLS -> lane(file, slots, StandardOpenOption.CREATE_NEW);
        };
    }

    /** The ring that another process has laid out in this file. */
    Lane attach(Path file, int slots) throws IOException {
        return switch (this) {
            case GENERATED, GENERATED_POLLED -> GeneratedLane.attach(protocol(slots), file);
            case HAND, HAND_BELL, POLLED, AGRONA -> lane(file, slots, StandardOpenOption.READ);
            case JCTOOLS -> throw new IllegalArgumentException("JCTools' queues can't lie in shared memory");
        };
    }

    /** The class that {@code bench/rings} has generated. */
    private String protocol(int slots) {
        return this == GENERATED_POLLED ? "polled" + slots + ".RingPolled" : "ring" + slots + ".RingReclaimed";
    }

    private Lane lane(Path file, int slots, StandardOpenOption option) throws IOException {
        Affinity affinity = Affinity.ofThisThread();
        Supplier<Ring> ends = ends(file, slots, option);
        return (role, told, sent) -> BusySide.start(role, () -> role.pin(affinity), ends, told ? sent : () -> {});
    }

    /** Makes ends of one ring. What belongs to one end only, each has for itself. */
    Supplier<Ring> ends(Path file, int slots, StandardOpenOption option) throws IOException {
        return switch (this) {
            case HAND -> {
                MemorySegment memory = map(file, HandRing.bytes(slots), option);
                yield () -> new HandRing(memory, slots, 1);
            }
            case HAND_BELL -> {
                MemorySegment memory = map(file, RungRing.bytes(slots), option);
                yield () -> new RungRing(memory, slots, 1);
            }
            case POLLED -> {
                MemorySegment memory = map(file, PolledRing.bytes(slots), option);
                yield () -> new PolledRing(memory, slots, 1);
            }
            case AGRONA -> {
                MemorySegment memory = map(file, AgronaRing.bytes(slots), option);
                yield () -> new AgronaRing(memory.asByteBuffer(), slots);
            }
            case JCTOOLS -> {
                MpscArrayQueue<Long> queue = JctoolsRing.queue(slots);
                yield () -> new JctoolsRing(queue, slots == 1);
            }
            case GENERATED, GENERATED_POLLED -> throw new IllegalArgumentException("a generated ring has kernels");
        };
    }

    private static MemorySegment map(Path file, long bytes, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
        }
    }
}
