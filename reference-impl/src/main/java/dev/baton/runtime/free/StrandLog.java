package dev.baton.runtime.free;

import dev.baton.runtime.Padded;
import dev.baton.runtime.Point;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.log.LogNames;
import dev.baton.runtime.log.LogWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one strand does, kept for as long as the step may have to be begun anew, and logged if somebody wants a log. */
final class StrandLog extends Padded {
    private final @Nullable LogWriter writer;
    private final LogNames names;
    private final boolean sequential;
    private int count;
    private long first;
    private long second;
    private long third;
    private long[] all = {};

    /** @param sequential whether no memory of the machine has store buffers */
    StrandLog(Optional<LogWriter> writer, LogNames names, boolean sequential) {
        this.sequential = sequential;
        this.writer = writer.orElse(null);
        this.names = names;
    }

    /**
     * The log, if there is one, when the next event is to be written: by its time others must see what the step before
     * has stored, even where order among stores is all that the protocol needs.
     */
    private @Nullable LogWriter settled() {
        if (writer != null && sequential) {
            SharedMemory.fence();
        }
        return writer;
    }

    /** Whether anybody reads it. */
    boolean isWritten() {
        return writer != null;
    }

    void step(Point at) {
        count = 0;
        LogWriter to = settled();
        if (to != null) {
            to.step(at, 0);
            to.begun();
        }
    }

    void step(Point at, long a) {
        count = 1;
        first = a;
        LogWriter to = settled();
        if (to != null) {
            to.step(at, 1);
            to.local(0, a);
            to.begun();
        }
    }

    void step(Point at, long a, long b) {
        count = 2;
        first = a;
        second = b;
        LogWriter to = settled();
        if (to != null) {
            to.step(at, 2);
            to.local(0, a);
            to.local(1, b);
            to.begun();
        }
    }

    void step(Point at, long a, long b, long c) {
        count = 3;
        first = a;
        second = b;
        third = c;
        LogWriter to = settled();
        if (to != null) {
            to.step(at, 3);
            to.local(0, a);
            to.local(1, b);
            to.local(2, c);
            to.begun();
        }
    }

    void step(Point at, long[] locals) {
        count = -1;
        all = locals;
        LogWriter to = settled();
        if (to != null) {
            to.step(at, locals.length);
            for (int i = 0; i < locals.length; i++) {
                to.local(i, locals[i]);
            }
            to.begun();
        }
    }

    /** The locals of the step last begun. */
    long[] saved() {
        return switch (count) {
            case -1 -> all;
            case 0 -> new long[] {};
            case 1 -> new long[] {first};
            case 2 -> new long[] {first, second};
            default -> new long[] {first, second, third};
        };
    }

    void choice(long code) {
        if (writer != null) {
            writer.choice(code);
        }
    }

    void withdraw() {
        if (writer != null) {
            writer.withdraw();
        }
    }

    void deliver(String bell) {
        LogWriter to = settled();
        if (to != null) {
            to.deliver(names.number(bell));
        }
    }

    void end(String unit) {
        if (writer != null) {
            writer.end(names.number(unit));
        }
    }

    void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
