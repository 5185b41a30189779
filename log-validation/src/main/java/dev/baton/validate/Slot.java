package dev.baton.validate;

import dev.baton.validate.Event.Happening;
import java.util.List;
import java.util.Optional;

/** An event that may have taken effect already, or not yet. */
final class Slot {
    private static final long OPEN = Long.MAX_VALUE;

    private final Event event;
    private final Work work;
    private final List<Expectation> expected;
    private final int number;
    private final long ordinal;
    private long before;
    private long victims;
    private long end = OPEN;
    private Optional<Event> endedBy = Optional.empty();
    private boolean sure;

    /**
     * @param number in the window: its bit
     * @param ordinal of the event, from 1
     * @param before bits of those that must have been taken first
     * @param victims bits of those that can't be taken any more when this one has been
     */
    Slot(Event event, Work work, List<Expectation> expected, int number, long ordinal, long before, long victims) {
        this.event = event;
        this.work = work;
        this.expected = expected;
        this.number = number;
        this.ordinal = ordinal;
        this.before = before;
        this.victims = victims;
    }

    Event event() {
        return event;
    }

    Happening happening() {
        return event.happening();
    }

    Work work() {
        return work;
    }

    List<Expectation> expected() {
        return expected;
    }

    long ordinal() {
        return ordinal;
    }

    int number() {
        return number;
    }

    long bit() {
        return 1L << number;
    }

    long before() {
        return before;
    }

    long victims() {
        return victims;
    }

    /** Whether it is not known yet until when it took effect. */
    boolean open() {
        return end == OPEN;
    }

    long end() {
        return end;
    }

    /** It has taken effect by this time; {@code by} says so, where it is not the event itself. */
    void ends(long time, Optional<Event> by) {
        end = time;
        endedBy = by;
    }

    Optional<Event> endedBy() {
        return endedBy;
    }

    /** The slots of these bits are free for others. */
    void release(long bits) {
        before &= ~bits;
        victims &= ~bits;
    }

    /** Whether what it expects has been looked at, and can't change. */
    boolean sure() {
        return sure;
    }

    void makeSure() {
        sure = true;
    }

    /** Whether it can be taken from a node as the next one, as far as the log is concerned. */
    boolean mayBeNext(Node node) {
        if ((node.pending() & bit()) == 0 || (node.pending() & before) != 0) {
            return false;
        }
        return sure || meets(node.situation());
    }

    boolean meets(Situation situation) {
        for (Expectation expectation : expected) {
            if (!expectation.met(situation)) {
                return false;
            }
        }
        return true;
    }
}
