package dev.baton.runtime.log;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Point;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Drains rings into one text, in the order of time. An event is written when no ring can still have an earlier one: a
 * ring tells when its open event began, or that none is open. For several threads.
 */
public final class LogDrain {
    /** So many characters are written at once. */
    private static final int TEXT = 1 << 15;

    private record Fault(long time, String text) {}

    /** A ring, whose it is, and how far it is known. */
    private static final class Source {
        final LogRing ring;
        final String who;
        final List<Point> points;
        final LogNames names;
        boolean ended;
        long at;
        long closed;
        /** No event behind those that are known began earlier. */
        long horizon;

        Source(LogRing ring, Actor actor, int member) {
            this.ring = ring;
            this.who = actor.called(member) + " ";
            this.points = actor.points();
            this.names = LogNames.of(actor);
            this.at = ring.read();
            this.closed = at;
            this.horizon = System.nanoTime();
        }

        /** Looks what has come; the clock was read before. */
        void look(long now) {
            long open = ring.open();
            long last = ring.closed();
            boolean whole = open >= LogRing.WHOLE && open - LogRing.WHOLE == last;
            if (ended) {
                if (whole) {
                    last += LogRing.length(ring.get(last));
                    ring.closed(last);
                }
                ring.open(LogRing.NONE);
                horizon = Math.max(horizon, now);
            } else if (open == LogRing.NONE) {
                horizon = Math.max(horizon, now);
            } else if (whole) {
                long time = ring.get(last + 1);
                horizon = ring.open() == open ? Math.max(horizon, time) : horizon;
            }
            closed = last;
        }

        /** Not all is written yet, and another thread goes on. */
        void resume() {
            look(System.nanoTime());
            ended = false;
        }

        boolean hasMore() {
            return at < closed;
        }

        long time() {
            return ring.get(at + 1);
        }
    }

    private Writer out;
    private Optional<IOException> failure = Optional.empty();
    private final List<Source> sources = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private long written;

    /** Writes the head of the log. */
    public LogDrain(Machine machine, Writer out) throws IOException {
        this.out = out;
        Identity identity = machine.identity();
        out.write("# baton-log 1\n");
        out.write("# protocol " + identity.protocol() + " sha256=" + identity.sha256() + "\n");
        for (Identity.Parameter p : identity.parameters()) {
            out.write("# param " + p.name() + "=" + p.value() + "\n");
        }
    }

    /**
     * A ring that events of a member may come from, from now on. To be told before its thread writes. Its next life may
     * go on in the ring that another has {@link #ended} with.
     */
    public synchronized void add(LogRing ring, Actor actor, int member) {
        Optional<Source> known =
                sources.stream().filter(s -> s.ring.equals(ring)).findFirst();
        known.ifPresentOrElse(Source::resume, () -> sources.add(new Source(ring, actor, member)));
    }

    /** A ring whose thread runs no more: what is open there is written, too. */
    public synchronized void ended(LogRing ring) {
        sources.stream().filter(s -> s.ring.equals(ring)).forEach(s -> s.ended = true);
    }

    /**
     * Something that no ring tells: a fault, which strikes now, if it can. Nothing that is later is written meanwhile.
     *
     * @param who e.g. {@code Sender[1]}
     * @param what e.g. {@code crash}
     * @param strike lets it strike, and says whether it has: else nothing is written
     */
    public synchronized boolean fault(String who, String what, BooleanSupplier strike) {
        long before = System.nanoTime();
        boolean struck = strike.getAsBoolean();
        if (struck) {
            faults.addLast(new Fault(before, who + " ! " + what));
            faults.addLast(new Fault(System.nanoTime(), who + " ! end"));
        }
        return struck;
    }

    /** How many events were written. */
    public synchronized long written() {
        return written;
    }

    /** Writes all that surely comes next; whether there was anything. */
    public synchronized boolean drain() {
        long now = System.nanoTime();
        long limit = now;
        for (Source s : sources) {
            s.look(now);
            limit = Math.min(limit, s.horizon);
        }
        long before = written;
        while (writeNext(limit)) {
            written++;
            if (text.length() > TEXT) {
                flush();
            }
        }
        flush();
        sources.forEach(s -> s.ring.read(s.at));
        sources.removeIf(s -> s.ended && !s.hasMore());
        return written > before;
    }

    /** Appends the earliest event that is known, if none can come before it. */
    private boolean writeNext(long limit) {
        @Nullable Source next = null;
        long time = limit;
        for (Source s : sources) {
            if (s.hasMore() && s.time() <= time) {
                next = s;
                time = s.time();
            }
        }
        if (!faults.isEmpty() && faults.getFirst().time() <= time) {
            Fault fault = faults.removeFirst();
            text.append(fault.time()).append(' ').append(fault.text()).append('\n');
            return true;
        }
        if (next == null) {
            return false;
        }
        next.at = append(next, next.at);
        return true;
    }

    private void flush() {
        try {
            out.append(text);
        } catch (IOException e) {
            // Rings are drained on, so that nobody waits for room.
            failure = Optional.of(e);
            out = Writer.nullWriter();
        }
        text.setLength(0);
    }

    /** Appends an event; where the next one is. */
    private long append(Source s, long at) {
        long header = s.ring.get(at);
        text.append(s.ring.get(at + 1)).append(' ').append(s.who);
        switch (LogRing.kind(header)) {
            case STEP -> step(s, at, header);
            case DELIVER -> text.append(s.names.name(LogRing.point(header))).append(" deliver");
            case END -> text.append(s.names.name(LogRing.point(header))).append(" end");
        }
        text.append('\n');
        return at + LogRing.length(header);
    }

    private void step(Source s, long at, long header) {
        Point point = s.points.get(LogRing.point(header));
        int locals = LogRing.locals(header);
        text.append(point.unit()).append(' ').append(point.label());
        for (int i = 0; i < LogRing.choices(header); i++) {
            text.append(i == 0 ? " choice=" : ",").append(s.ring.get(at + 2 + locals + i));
        }
        for (int i = 0; i < locals; i++) {
            text.append(' ').append(i < point.locals().size() ? point.locals().get(i) : "from");
            text.append('=').append(s.ring.get(at + 2 + i));
        }
    }

    /** Whether events could not be written; {@link #finish} says why. */
    public synchronized boolean failed() {
        return failure.isPresent();
    }

    /**
     * Writes all there is, in order; rings must have ended.
     *
     * @throws IOException if that, or anything before, could not be written
     */
    public synchronized void finish() throws IOException {
        sources.forEach(s -> s.ended = true);
        while (!sources.isEmpty() || !faults.isEmpty()) {
            boolean _ = drain();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        out.flush();
    }
}
