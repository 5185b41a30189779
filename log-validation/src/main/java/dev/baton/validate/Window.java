package dev.baton.validate;

import dev.baton.validate.Event.Happening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The events that may have taken effect or not, and what follows from their times: an event of a strand is over when
 * the next one of it begins.
 */
final class Window {
    private static final int MOST = 64;

    private final Slots slots = new Slots();
    private final PriorityQueue<Slot> ended = new PriorityQueue<>(Comparator.comparingLong(Slot::end)
            .thenComparingLong(slot -> slot.event().line()));
    private final Map<String, Slot> lastOfStrand = new HashMap<>();
    private final Map<String, Slot> lifeOfMember = new HashMap<>();
    private final long skew;
    private final Optional<Long> lasts;

    /**
     * @param skew nanoseconds by which clocks of different strands may differ
     * @param lasts nanoseconds that every event lasts; empty: until the next of its strand
     */
    Window(long skew, Optional<Long> lasts) {
        this.skew = skew;
        this.lasts = lasts;
    }

    /** Slots by number. */
    private static final class Slots {
        private final Map<Integer, Slot> used = new HashMap<>();
        private final List<Slot> inOrder = new ArrayList<>();

        Optional<Integer> free() {
            for (int i = 0; i < MOST; i++) {
                if (!used.containsKey(i)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }
    }

    /** All events that are not closed, in the order of the log. */
    Collection<Slot> open() {
        return slots.inOrder;
    }

    /** An event that was over before a time, the first such; call {@link #close} with it. */
    Optional<Slot> over(long time) {
        Slot first = ended.peek();
        return first != null && first.end() + skew < time ? Optional.of(first) : Optional.empty();
    }

    /** An event has been taken on every way. */
    void close(Slot slot) {
        long gone = slot.bit() | slot.victims();
        for (Slot other : List.copyOf(slots.inOrder)) {
            if ((gone & other.bit()) != 0) {
                forget(other);
            }
        }
        slots.inOrder.forEach(other -> other.release(gone));
    }

    private void forget(Slot slot) {
        ended.remove(slot);
        slots.used.remove(slot.number());
        slots.inOrder.remove(slot);
        Happening what = slot.happening();
        lastOfStrand.remove(what.strand(), slot);
        lifeOfMember.remove(what.member(), slot);
    }

    /**
     * An event begins. Empty if too many are open.
     *
     * @param ordinal of the event, from 1
     */
    Optional<Slot> begin(Event event, long ordinal) {
        Optional<Integer> number = slots.free();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = switch (event.happening()) {
            case Happening.Step step -> {
                Slot begun =
                        new Slot(event, step.work(), step.expected(), number.get(), ordinal, predecessors(event), 0);
                lastOfStrand.put(step.strand(), begun);
                if (step.work().nothing()) {
                    over(begun, event.time(), Optional.empty());
                }
                yield begun;
            }
            case Happening.Fault fault -> {
                Slot begun = new Slot(event, fault.work(), List.of(), number.get(), ordinal, predecessors(event), 0);
                lastOfStrand.put(fault.strand(), begun);
                yield begun;
            }
            case Happening.Stop stop -> {
                long before = life(event);
                long victims = 0;
                for (Slot open : slots.inOrder) {
                    if (open.happening() instanceof Happening.Step step
                            && step.member().equals(stop.member())) {
                        before |= open.open() ? 0 : open.bit();
                        victims |= open.open() ? open.bit() : 0;
                        lastOfStrand.remove(step.strand());
                    }
                }
                Slot begun = new Slot(event, stop.work(), List.of(), number.get(), ordinal, before, victims);
                lifeOfMember.put(stop.member(), begun);
                yield begun;
            }
            case Happening.Life life -> {
                Slot begun = new Slot(event, life.work(), List.of(), number.get(), ordinal, life(event), 0);
                lifeOfMember.put(life.member(), begun);
                yield begun;
            }
            case Happening.Over over -> throw new IllegalArgumentException("nothing begins: " + over);
            case Happening.Note note -> throw new IllegalArgumentException("nothing happened: " + note);
        };
        slots.used.put(slot.number(), slot);
        slots.inOrder.add(slot);
        if (lasts.isPresent() && slot.open()) {
            over(slot, event.time() + lasts.get(), Optional.empty());
        }
        return Optional.of(slot);
    }

    /** What came over a member has taken effect by an event's time. */
    void lifeOver(Event event) {
        Optional.ofNullable(lifeOfMember.get(event.happening().member()))
                .ifPresent(life -> over(life, event.time(), Optional.of(event)));
    }

    /**
     * What must have been taken before an event: the one before it on its strand, and what its member came to be by.
     */
    private long predecessors(Event event) {
        Slot previous = lastOfStrand.get(event.happening().strand());
        long before = life(event);
        if (previous == null) {
            return before;
        }
        over(previous, event.time(), Optional.of(event));
        return before | previous.bit();
    }

    private long life(Event event) {
        Slot life = lifeOfMember.get(event.happening().member());
        if (life == null) {
            return 0;
        }
        over(life, event.time(), Optional.of(event));
        return life.bit();
    }

    private void over(Slot slot, long time, Optional<Event> by) {
        if (slot.open()) {
            slot.ends(time, by);
            ended.add(slot);
        }
    }
}
