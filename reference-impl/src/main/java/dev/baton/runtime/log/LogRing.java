package dev.baton.runtime.log;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The ring that one thread of a kernel writes its events into and one drain reads: no locks. Its last event is open
 * until the next begins or the unit ends, so that it can be taken back, and choices can be added.
 *
 * <p>Words of 64 bits. Before the events: what was read, what is closed, whether an event is open or about to be.
 * Positions count up for ever. An event is a header word (kind, point, how many locals and choices), its time, locals,
 * choices.
 */
public final class LogRing {
    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
    private static final long READ = 0;
    private static final long CLOSED = 128;
    private static final long OPEN = 256;
    private static final long EVENTS = 384;
    static final long NONE = 0;
    static final long OPENING = 1;
    static final long WHOLE = 2;
    /** An event has at most so many locals, and so many choices. */
    static final int MOST = 255;

    /** What an event is. */
    enum Kind {
        STEP,
        DELIVER,
        END;

        static Kind of(int code) {
            return switch (code) {
                case 0 -> STEP;
                case 1 -> DELIVER;
                default -> END;
            };
        }

        int code() {
            return switch (this) {
                case STEP -> 0;
                case DELIVER -> 1;
                case END -> 2;
            };
        }
    }

    private final MemorySegment memory;
    private final int mask;

    private LogRing(MemorySegment memory, int words) {
        this.memory = memory;
        this.mask = words - 1;
    }

    private static int checked(int words) {
        if (Integer.bitCount(words) != 1 || words < 2048) {
            throw new IllegalArgumentException("a power of two from 2048: " + words);
        }
        return words;
    }

    /**
     * A ring of this process.
     *
     * @param words its size, a power of two from 2048
     */
    public static LogRing anonymous(int words) {
        return new LogRing(Arena.ofAuto().allocate(EVENTS + 8L * checked(words), 128), words);
    }

    /**
     * A ring in a file, which is made if it isn't there.
     *
     * @param words its size, a power of two from 2048
     */
    public static LogRing mapped(Path file, int words) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long bytes = EVENTS + 8L * checked(words);
            return new LogRing(channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto()), words);
        }
    }

    int words() {
        return mask + 1;
    }

    long read() {
        return (long) WORD.getAcquire(memory, READ);
    }

    void read(long position) {
        WORD.setRelease(memory, READ, position);
    }

    /** Where the open event is, if one is open; else where the next will be. */
    long closed() {
        return (long) WORD.getAcquire(memory, CLOSED);
    }

    void closed(long position) {
        WORD.setRelease(memory, CLOSED, position);
    }

    /**
     * {@link #NONE}, {@link #OPENING}, or {@link #WHOLE} and the position of the open event, which is there as a whole.
     */
    long open() {
        return (long) WORD.getVolatile(memory, OPEN);
    }

    /** Seen before the clock is read. */
    void opening() {
        WORD.setVolatile(memory, OPEN, OPENING);
    }

    void open(long state) {
        WORD.setRelease(memory, OPEN, state);
    }

    long get(long position) {
        return (long) WORD.get(memory, EVENTS + 8 * (position & mask));
    }

    void set(long position, long word) {
        WORD.set(memory, EVENTS + 8 * (position & mask), word);
    }

    static long header(Kind kind, int point, int locals) {
        return (long) kind.code() << 60 | (long) point << 16 | (long) locals << 8;
    }

    static Kind kind(long header) {
        return Kind.of((int) (header >>> 60));
    }

    static int point(long header) {
        return (int) (header >>> 16);
    }

    static int locals(long header) {
        return (int) (header >>> 8) & 0xff;
    }

    static int choices(long header) {
        return (int) header & 0xff;
    }

    static int length(long header) {
        return 2 + locals(header) + choices(header);
    }
}
