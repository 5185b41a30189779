package dev.baton.validate;

import dev.baton.model.system.Property;
import dev.baton.validate.Event.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Holds a log, event by event, against a protocol. Memory does not grow with the log's length. */
public final class Validator {
    private final Subject subject;
    private final Frontier frontier;
    private final Window window;
    private final Options options;
    private final List<Violation> violations = new ArrayList<>();
    private long reported;
    private long events;
    private long lines;
    private int widest = 1;
    private Optional<Slot> closing = Optional.empty();
    private Optional<Event> last = Optional.empty();

    /**
     * How to look.
     *
     * @param limit of ways that are looked at for one event
     * @param skew nanoseconds by which clocks may differ
     * @param lasts nanoseconds that every event lasts; empty: until the next of its strand
     */
    public record Options(int limit, long skew, Optional<Long> lasts) {}

    /** @param cancelled asked often */
    public Validator(Subject subject, Options options, BooleanSupplier cancelled) {
        this.subject = subject;
        this.options = options;
        this.window = new Window(options.skew(), options.lasts());
        this.frontier = new Frontier(subject.first(), subject.watched(), subject.hidden(), options.limit(), cancelled);
        report(0, "the first state");
    }

    /**
     * The next event.
     *
     * @return what came out, if no more is needed to know
     */
    Optional<Verdict> next(Event event) {
        lines = event.line();
        if (event.happening() instanceof Happening.Note) {
            return Optional.empty();
        }
        Optional<Verdict> closed = closeAll(event.time(), event);
        if (closed.isPresent()) {
            return closed;
        }
        last = Optional.of(event);
        if (event.happening() instanceof Happening.Over) {
            window.lifeOver(event);
            return Optional.empty();
        }
        Optional<Slot> begun = window.begin(event, events + 1);
        if (begun.isEmpty()) {
            return Optional.of(undecided("more than 64 events overlap at line " + event.line()));
        }
        Slot slot = begun.get();
        frontier.open(slot);
        events++;
        return keepIfSure(slot).flatMap(result -> end(result, slot, event));
    }

    /** All has been read. What another event of its strand came after has happened; of the others nobody knows. */
    Verdict finish() {
        return last.flatMap(event -> closeAll(Long.MAX_VALUE, event))
                .orElseGet(() -> new Verdict.Accepted(count(), violations));
    }

    /** Closes what was over before a time. */
    private Optional<Verdict> closeAll(long time, Event now) {
        for (Optional<Slot> over = window.over(time); over.isPresent(); over = window.over(time)) {
            Optional<Verdict> end = close(over.get(), now);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    Verdict interrupted() {
        return new Verdict.Interrupted(count(), violations);
    }

    /** How far it is. */
    public Verdict.Count count() {
        return new Verdict.Count(lines, events, frontier.hidden().orElse(0), widest, frontier.steps());
    }

    /** How many ways there are now. */
    public int ways() {
        return frontier.nodes().size();
    }

    private Optional<Verdict> close(Slot slot, Event now) {
        closing = Optional.of(slot);
        Optional<Verdict> end = end(frontier.close(slot, window.open()), slot, now);
        if (end.isPresent()) {
            return end;
        }
        List<Slot> next = window.open().stream()
                .filter(other -> (other.before() & slot.bit()) != 0 && !other.sure())
                .toList();
        window.close(slot);
        report(slot.event().line(), slot.event().text());
        for (Slot other : next) {
            Optional<Verdict> kept = keepIfSure(other).flatMap(result -> end(result, other, now));
            if (kept.isPresent()) {
                return kept;
            }
        }
        widest = Math.max(widest, frontier.nodes().size());
        return Optional.empty();
    }

    /** Looks at what an event expects as soon as nothing can change it any more. */
    private Optional<Frontier.Result> keepIfSure(Slot slot) {
        if (slot.before() != 0 || slot.expected().isEmpty() || subject.hiddenStepsChange(slot.expected())) {
            return Optional.empty();
        }
        return Optional.of(frontier.keep(slot));
    }

    private Optional<Verdict> end(Frontier.Result result, Slot slot, Event now) {
        return switch (result) {
            case ALIVE -> Optional.empty();
            case EMPTY -> Optional.of(refused(slot, now));
            case TOO_LARGE ->
                Optional.of(undecided("there are more than " + options.limit()
                        + " ways to explain the events before line " + now.line()));
            case CANCELLED -> Optional.of(interrupted());
        };
    }

    private Verdict refused(Slot slot, Event now) {
        Refusal refusal = new Refusals(subject, frontier, window.open()).of(slot, now, events);
        return new Verdict.Refused(count(), violations, refusal);
    }

    private Verdict undecided(String why) {
        long line = closing.map(slot -> slot.event().line()).orElse(0L);
        return new Verdict.Undecided(count(), violations, why, line);
    }

    private void report(long line, String event) {
        long broken = frontier.brokenInAll();
        long fresh = frontier.nodes().isEmpty() ? 0 : broken & ~reported;
        if (fresh == 0) {
            return;
        }
        reported |= fresh;
        List<Property> properties = subject.watched().properties();
        for (int i = 0; i < properties.size(); i++) {
            if ((fresh >> i & 1) != 0) {
                violations.add(new Violation(properties.get(i), line, event));
            }
        }
    }
}
