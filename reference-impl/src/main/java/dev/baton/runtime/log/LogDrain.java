package dev.baton.runtime.log;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Point;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Drains rings into one text, in the order of time. An event is written when no ring can still have an earlier one: a
 * ring tells when its open event began, or that none is open. For several threads.
 */
public final class LogDrain {
    /** At most so many events are taken from a ring at once. */
    private static final int BATCH = 4096;

    private record Event(long time, long order, String text) {}

    /** A ring, whose it is, and what is known of its time. */
    private static final class Source {
        final LogRing ring;
        final String who;
        final List<Point> points;
        final LogNames names;
        boolean ended;
        long last;

        Source(LogRing ring, Actor actor, int member) {
            this.ring = ring;
            this.who = actor.called(member);
            this.points = actor.points();
            this.names = LogNames.of(actor);
            this.last = System.nanoTime();
        }
    }

    private Writer out;
    private Optional<IOException> failure = Optional.empty();
    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Event> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
    private long order;
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

    /** A ring that events of a member may come from, from now on. To be told before its thread writes. */
    public synchronized void add(LogRing ring, Actor actor, int member) {
        sources.add(new Source(ring, actor, member));
    }

    /** A ring whose thread runs no more: what is open there is written, too. */
    public synchronized void ended(LogRing ring) {
        sources.stream().filter(s -> s.ring.equals(ring)).forEach(s -> s.ended = true);
    }

    /**
     * Something that no ring tells: a fault, as of now.
     *
     * @param text e.g. {@code Sender[1] ! crash}
     */
    public synchronized void fault(String text) {
        waiting.add(new Event(System.nanoTime(), order++, text));
    }

    /** How many events were written. */
    public synchronized long written() {
        return written;
    }

    /** Writes all that surely comes next; whether there was anything. */
    public synchronized boolean drain() {
        long bound = System.nanoTime();
        for (Source s : List.copyOf(sources)) {
            bound = Math.min(bound, collect(s, bound));
        }
        sources.removeIf(s -> s.ended && s.ring.read() == s.ring.closed());
        boolean any = false;
        try {
            while (!waiting.isEmpty() && waiting.element().time() <= bound) {
                Event e = waiting.remove();
                out.write(Long.toString(e.time()));
                out.write(' ');
                out.write(e.text());
                out.write('\n');
                written++;
                any = true;
            }
        } catch (IOException e) {
            // Rings are drained on, so that nobody waits for room.
            failure = Optional.of(e);
            out = Writer.nullWriter();
        }
        return any;
    }

    /** Takes what is closed, and gives the time before which no more can come. */
    private long collect(Source s, long now) {
        long open = s.ring.open();
        long closed = s.ring.closed();
        long at = s.ring.read();
        for (int n = 0; at < closed && n < BATCH; n++) {
            at = take(s, at);
        }
        s.ring.read(at);
        if (at < closed) {
            return s.last;
        }
        if (s.ended) {
            if (open >= LogRing.WHOLE && open - LogRing.WHOLE == closed) {
                long end = take(s, closed);
                s.ring.closed(end);
                s.ring.read(end);
            }
            return now;
        }
        if (open == LogRing.NONE && s.ring.closed() == closed) {
            return now;
        }
        if (open >= LogRing.WHOLE && open - LogRing.WHOLE == closed) {
            long time = s.ring.get(closed + 1);
            return s.ring.open() == open ? Math.max(time - 1, s.last) : s.last;
        }
        return s.last;
    }

    private long take(Source s, long at) {
        long header = s.ring.get(at);
        long time = s.ring.get(at + 1);
        int locals = LogRing.locals(header);
        StringBuilder text = new StringBuilder(s.who).append(' ');
        switch (LogRing.kind(header)) {
            case STEP -> {
                Point point = s.points.get(LogRing.point(header));
                text.append(point.unit()).append(' ').append(point.label());
                List<String> choices = new ArrayList<>();
                for (int i = 0; i < LogRing.choices(header); i++) {
                    choices.add(Long.toString(s.ring.get(at + 2 + locals + i)));
                }
                if (!choices.isEmpty()) {
                    text.append(" choice=").append(String.join(",", choices));
                }
                for (int i = 0; i < locals; i++) {
                    String name = i < point.locals().size() ? point.locals().get(i) : "from";
                    text.append(' ').append(name).append('=').append(s.ring.get(at + 2 + i));
                }
            }
            case DELIVER -> text.append(s.names.name(LogRing.point(header))).append(" deliver");
            case END -> text.append(s.names.name(LogRing.point(header))).append(" end");
        }
        waiting.add(new Event(time, order++, text.toString()));
        s.last = Math.max(s.last, time);
        return at + LogRing.length(header);
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
        while (drain() || !sources.isEmpty()) {
            sources.forEach(s -> s.ended = true);
        }
        while (!waiting.isEmpty()) {
            boolean _ = drain();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        out.flush();
    }
}
