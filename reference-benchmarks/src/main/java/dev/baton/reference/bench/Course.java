package dev.baton.reference.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A ring between one sender and one reader, which run on threads of their own, perhaps in two processes; a new ring for
 * each iteration, the same processes for all. JMH's thread looks on, a thousand times a second.
 */
public abstract class Course {
    /** Futexes and CPU affinity want it. */
    static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    /** Agrona's buffers want it. */
    static final String OPENS = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    /** Agrona and JMH use it, and Java would complain each time. */
    static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    /** What Baton's processes have. */
    static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final Duration LOOK = Duration.ofMillis(1);
    private static final int PATIENCE = 20_000;

    private final Role seen;
    private final int slots;
    private final boolean apart;
    private final int head;

    private Optional<Peer> peer = Optional.empty();
    private Optional<Side> own = Optional.empty();
    private Optional<Side> other = Optional.empty();
    private RoundTrips trips = new RoundTrips();
    private long target;

    /**
     * What is the same for all contestants.
     *
     * @param seen whose messages are counted; runs in this process
     * @param apart whether the other end is a process of its own
     * @param head so many messages are not counted at first
     */
    Course(Role seen, int slots, boolean apart, int head) {
        this.seen = seen;
        this.slots = slots;
        this.apart = apart;
        this.head = head;
    }

    abstract String ring();

    /** Before all iterations. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        peer = apart ? Optional.of(new Peer(List.of(NATIVE, OPENS, UNSAFE, COLLECTOR))) : Optional.empty();
    }

    /** Lays out a ring, and makes both ends run. */
    @Setup(Level.Iteration)
    public void begin() throws IOException {
        Contestant contestant = Contestant.of(ring());
        Path folder = Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "baton-rings-")
                : Files.createTempDirectory("baton-rings-");
        Path file = folder.resolve("ring");
        trips = new RoundTrips();
        try {
            Lane lane = contestant.create(file, slots);
            own = Optional.of(lane.start(seen, seen == Role.SENDER, trips));
            if (peer.isPresent()) {
                peer.get().start(contestant, seen.other(), slots, file);
            } else {
                other = Optional.of(lane.start(seen.other(), false, () -> {}));
            }
        } finally {
            // Who has mapped it keeps it.
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
        target = 0;
        await(head);
    }

    /**
     * Waits until so many more messages have passed. What has passed too many counts for the next time.
     *
     * @throws IllegalStateException if an end fails, or nothing passes for long
     */
    final void await(int messages) {
        target += messages;
        Side side = own.orElseThrow();
        long last = -1;
        int still = 0;
        while (true) {
            long passed = side.passed();
            if (passed >= target) {
                return;
            }
            still = passed == last ? still + 1 : 0;
            last = passed;
            side.ended().ifPresent(Course::failed);
            other.flatMap(Side::ended).ifPresent(Course::failed);
            if (peer.filter(Peer::isDead).isPresent() || still > PATIENCE) {
                failed("no message passes after " + passed);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static void failed(String why) {
        throw new IllegalStateException(why);
    }

    /** Stops both ends. */
    @TearDown(Level.Iteration)
    public void end() throws IOException, InterruptedException {
        if (own.isPresent()) {
            own.get().stop();
        }
        if (other.isPresent()) {
            other.get().stop();
        }
        if (peer.isPresent()) {
            peer.get().stop();
        }
    }

    /** Times of the iteration's round trips, if the sender is seen. */
    final RoundTrips trips() {
        return trips;
    }

    /** After all iterations. */
    @TearDown(Level.Trial)
    public void close() {
        peer.ifPresent(Peer::close);
    }
}
