package dev.baton.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * The memory that kernels share, laid out by the constructor of a {@link Machine}: whoever constructs the same machine
 * on the same file finds everything in the same place.
 */
public final class SharedMemory {
    /** Bytes of a cache line. */
    static final int LINE = 64;

    private enum Use {
        MEASURE,
        CREATE,
        ATTACH
    }

    private final Use use;
    private final MemorySegment segment;
    private final Optional<StoreBuffers> buffers;
    private final boolean stepped;
    private final boolean lockAlways;
    private long end;
    private Optional<Journal> journal = Optional.empty();

    private SharedMemory(
            Use use, MemorySegment segment, Optional<StoreBuffers> buffers, boolean stepped, boolean lockAlways) {
        this.use = use;
        this.segment = segment;
        this.buffers = buffers;
        this.stepped = stepped;
        this.lockAlways = lockAlways;
    }

    /** Bytes that a machine takes. */
    private static long bytes(Function<SharedMemory, ? extends Machine> protocol, boolean undo) {
        SharedMemory measured = new SharedMemory(Use.MEASURE, MemorySegment.NULL, Optional.empty(), false, undo);
        return protocol.apply(measured).memory().end;
    }

    /** {@code fence} of a machine that runs: what comes after it sees memory as what came before it left it. */
    public static void fence() {
        VarHandle.fullFence();
    }

    /**
     * Memory of this process alone.
     *
     * @param lockAlways whether even a lock-free machine runs locked, so that steps can be undone
     */
    public static SharedMemory anonymous(Function<SharedMemory, ? extends Machine> protocol, boolean lockAlways) {
        MemorySegment segment = Arena.ofAuto().allocate(bytes(protocol, lockAlways), LINE);
        return new SharedMemory(Use.CREATE, segment, Optional.empty(), false, lockAlways);
    }

    /** Memory of a stepped machine. */
    public static SharedMemory stepped(Function<SharedMemory, ? extends Machine> protocol, StoreBuffers buffers) {
        MemorySegment segment = Arena.ofAuto().allocate(bytes(protocol, true), LINE);
        return new SharedMemory(Use.CREATE, segment, Optional.of(buffers), true, false);
    }

    /**
     * A new mapped file, in which the machine is then laid out with its first values.
     *
     * @throws IOException if it exists already, or can't be made
     */
    public static SharedMemory create(Path file, Function<SharedMemory, ? extends Machine> protocol, boolean lockAlways)
            throws IOException {
        long bytes = bytes(protocol, lockAlways);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return map(Use.CREATE, channel, bytes, lockAlways);
        }
    }

    /** The file that another process has laid out the same machine in. */
    public static SharedMemory attach(Path file, Function<SharedMemory, ? extends Machine> protocol, boolean lockAlways)
            throws IOException {
        long bytes = bytes(protocol, lockAlways);
        if (Files.size(file) < bytes) {
            throw new IOException("the mapped file of another protocol: " + file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return map(Use.ATTACH, channel, bytes, lockAlways);
        }
    }

    private static SharedMemory map(Use use, FileChannel channel, long bytes, boolean lockAlways) throws IOException {
        MemorySegment segment = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
        return new SharedMemory(use, segment, Optional.empty(), false, lockAlways);
    }

    /** Whether steps can be undone: a journal is kept. */
    boolean journals() {
        return journal.isPresent();
    }

    /** The journal of the step under way. */
    Optional<Journal> journal() {
        return journal;
    }

    /** Whether this is the process that lays first values out. */
    boolean isNew() {
        return use == Use.CREATE;
    }

    boolean isStepped() {
        return stepped;
    }

    Optional<StoreBuffers> buffers() {
        return buffers;
    }

    /** Lays out the journal, if this machine needs one: before any word. */
    void begin(Atomicity atomicity) {
        if (stepped || lockAlways || atomicity == Atomicity.LOCKED) {
            journal = Optional.of(new Journal(this));
        }
    }

    /** Lays out words that are accessed as they lie; zero at first. A scalar has a cache line of its own. */
    RawWords raw(String name, int size) {
        return raw(name, size, Long.BYTES);
    }

    /** The same, each word on a cache line of its own. */
    RawWords lines(String name, int size) {
        return raw(name, size, LINE);
    }

    private RawWords raw(String name, int size, int stride) {
        return new RawWords(name, size, segment, take(size, stride), stride);
    }

    /** Where so many words lie, on cache lines of their own. */
    private long take(int size, int stride) {
        long base = end;
        end += Math.ceilDiv(Math.max(1, size) * (long) stride, LINE) * LINE;
        return base;
    }

    /** Lays out words of the protocol, each on a cache line of its own. */
    Words words(String name, Order order, int size, IntToLongFunction first) {
        return words(lines(name, size), order, first);
    }

    /** Lays out words of the protocol side by side. */
    Words array(String name, Order order, int size, IntToLongFunction first) {
        return words(raw(name, size), order, first);
    }

    /** The same, four bytes each where no journal keeps them. */
    Words ints(String name, Order order, int size, IntToLongFunction first) {
        return journal.isPresent()
                ? array(name, order, size, first)
                : ordered(first(new IntWords(name, size, segment, take(size, Integer.BYTES)), first), order);
    }

    private Words words(RawWords raw, Order order, IntToLongFunction first) {
        first(raw, first);
        if (journal.isPresent()) {
            Words kept = new JournaledWords(raw, journal.get());
            return buffers.isPresent() && order == Order.TSO ? new BufferedWords(kept, buffers.get()) : kept;
        }
        return ordered(raw, order);
    }

    private <W extends Words> W first(W words, IntToLongFunction first) {
        if (use == Use.CREATE) {
            for (int i = 0; i < words.size(); i++) {
                words.set(i, first.applyAsLong(i));
            }
        }
        return words;
    }

    private static Words ordered(BareWords bare, Order order) {
        return switch (order) {
            case SC -> bare;
            case TSO -> new OrderedWords(bare);
        };
    }
}
