package dev.baton.runtime.free;

import dev.baton.runtime.Point;
import dev.baton.runtime.log.LogNames;
import dev.baton.runtime.log.LogWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one strand does, kept for as long as the step may have to be begun anew, and logged if somebody wants a log. */
final class StrandLog {
    /** The place of a strand that has not begun. */
    static final Point NOWHERE = new Nowhere();

    private final @Nullable LogWriter writer;
    private final LogNames names;
    private int count;
    private long first;
    private long second;
    private long third;
    private long[] all = {};

    StrandLog(Optional<LogWriter> writer, LogNames names) {
        this.writer = writer.orElse(null);
        this.names = names;
    }

    void step(Point at) {
        count = 0;
        if (writer != null) {
            writer.step(at, 0);
            writer.begun();
        }
    }

    void step(Point at, long a) {
        count = 1;
        first = a;
        if (writer != null) {
            writer.step(at, 1);
            writer.local(0, a);
            writer.begun();
        }
    }

    void step(Point at, long a, long b) {
        count = 2;
        first = a;
        second = b;
        if (writer != null) {
            writer.step(at, 2);
            writer.local(0, a);
            writer.local(1, b);
            writer.begun();
        }
    }

    void step(Point at, long a, long b, long c) {
        count = 3;
        first = a;
        second = b;
        third = c;
        if (writer != null) {
            writer.step(at, 3);
            writer.local(0, a);
            writer.local(1, b);
            writer.local(2, c);
            writer.begun();
        }
    }

    void step(Point at, long[] locals) {
        count = -1;
        all = locals;
        if (writer != null) {
            writer.step(at, locals.length);
            for (int i = 0; i < locals.length; i++) {
                writer.local(i, locals[i]);
            }
            writer.begun();
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
        if (writer != null) {
            writer.deliver(names.number(bell));
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

    private record Nowhere() implements Point {
        @Override
        public String unit() {
            return "";
        }

        @Override
        public String label() {
            return "";
        }

        @Override
        public int line() {
            return 0;
        }

        @Override
        public List<String> locals() {
            return List.of();
        }

        @Override
        public int ordinal() {
            return 0;
        }
    }
}
