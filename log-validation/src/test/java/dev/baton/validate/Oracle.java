package dev.baton.validate;

import dev.baton.validate.Event.Happening;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether a short log is a behaviour, by trying every order that its times allow and every hidden step, from every
 * state: as plain as can be. Times are distinct, and nobody crashes.
 */
final class Oracle {
    private final Subject subject;
    private final List<Event> events;

    private Oracle(Subject subject, List<Event> events) {
        this.subject = subject;
        this.events = events;
    }

    /** @param broken bits of the properties that the way here violates */
    private record Place(Situation situation, long done, long broken) {}

    /** The properties that every explanation violates; empty if there is none. */
    static OptionalLong explains(Subject subject, List<LogSimulator.Line> lines) throws LogException {
        Resolver resolver = new Resolver(subject);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LogSimulator.Line line = lines.get(i);
            events.add(new Event(i + 1, line.time(), line.text(), resolver.resolve(i + 1, line.text())));
        }
        return new Oracle(subject, events).explains();
    }

    private OptionalLong explains() {
        OptionalLong broken = OptionalLong.empty();
        Deque<Place> open = new ArrayDeque<>();
        Set<Place> seen = new HashSet<>();
        open.add(new Place(subject.first(), 0, subject.watched().violated(subject.first())));
        while (!open.isEmpty()) {
            Place at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            if (enough(at)) {
                broken = OptionalLong.of(broken.orElse(-1) & at.broken());
            }
            for (int i = 0; i < events.size(); i++) {
                if ((at.done() >> i & 1) == 0 && mayBeNext(i, at)) {
                    Happening.Step step = (Happening.Step) events.get(i).happening();
                    if (step.work().nothing()) {
                        open.push(new Place(at.situation(), at.done() | 1L << i, at.broken()));
                    }
                    take(step.work(), at, at.done() | 1L << i, open);
                }
            }
            subject.hidden().forEach(work -> take(work, at, at.done(), open));
        }
        return broken;
    }

    private void take(Work work, Place at, long done, Deque<Place> open) {
        for (Work.Offer offer : work.offers()) {
            subject
                    .interpreter()
                    .successors(at.situation().state(), offer.table().action(), offer.arguments())
                    .stream()
                    .filter(step -> !subject.interpreter().stopped(step.after()))
                    .forEach(step -> {
                        Situation after = Situation.of(step.after());
                        long broken = subject.watched().violated(at.situation(), after, -1);
                        open.push(new Place(after, done, at.broken() | broken));
                    });
        }
    }

    /** Whether nothing must have been taken that has not, and what has begun can have begun. */
    private boolean enough(Place at) {
        for (int i = 0; i < events.size(); i++) {
            if ((at.done() >> i & 1) == 0) {
                Happening.Step step = (Happening.Step) events.get(i).happening();
                if (end(i) < Long.MAX_VALUE || !step.expected().stream().allMatch(e -> e.met(at.situation()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean mayBeNext(int i, Place at) {
        Happening.Step step = (Happening.Step) events.get(i).happening();
        for (int j = 0; j < events.size(); j++) {
            if (j != i && (at.done() >> j & 1) == 0 && end(j) <= events.get(i).time()) {
                return false;
            }
        }
        return step.expected().stream().allMatch(e -> e.met(at.situation()));
    }

    /** When it was over: the next of its strand begins, or at once for what takes no time. */
    private long end(int i) {
        Happening.Step step = (Happening.Step) events.get(i).happening();
        for (int j = i + 1; j < events.size(); j++) {
            if (events.get(j).happening().strand().equals(step.strand())) {
                return events.get(j).time();
            }
        }
        return step.work().nothing() ? events.get(i).time() : Long.MAX_VALUE;
    }
}
