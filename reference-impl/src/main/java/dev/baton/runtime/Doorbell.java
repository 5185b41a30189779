package dev.baton.runtime;

import java.util.function.IntFunction;

/**
 * An IPI (rule 7): for each target what is pending, and whether it is masked. What was pending or masked in a former
 * life of the target no longer is.
 */
public final class Doorbell {

    /**
     * What is said of an IPI behind its target.
     *
     * @param nmi can't be masked, and interrupts handlers
     * @param queued how many can be pending for one target
     * @param unordered doesn't wait for the sender's store buffer
     */
    public record Kind(boolean nmi, int queued, boolean unordered) {
        /** One pending bit, after all older stores. */
        public static final Kind PLAIN = new Kind(false, 1, false);
    }

    private static final int SHIFT = 32;

    private final String name;
    private final Actor target;
    private final Kind kind;
    private final Words pending;
    private final Words masked;
    /** The lives of its targets. */
    private final Words lives;

    private IntFunction<Seat> handledOn;
    private boolean placed;

    Doorbell(String name, Actor target, Kind kind, SharedMemory memory) {
        this.name = name;
        this.target = target;
        this.kind = kind;
        this.pending = memory.words(name, Order.SC, target.members(), t -> 0);
        this.masked = memory.words(name + ".masked", Order.SC, target.members(), t -> 0);
        this.lives = target.machine().lives().of(target);
        this.handledOn = target::seat;
    }

    /** Where the handler is placed {@code on core}, for each target. */
    public Doorbell handledOn(IntFunction<Seat> seat) {
        handledOn = seat;
        placed = true;
        return this;
    }

    /** Whether handlers may run on cores that are not their kernel's own. */
    private boolean isElsewhere() {
        return placed || target.isPlaced();
    }

    /** Its name in the protocol. */
    public String name() {
        return name;
    }

    /** Whom it interrupts. */
    public Actor target() {
        return target;
    }

    /** What is said of it. */
    public Kind kind() {
        return kind;
    }

    /** Where a target's handler runs. */
    public Seat seat(int member) {
        return handledOn.apply(member);
    }

    /** {@code raise v} to a single target. */
    public Raised raise(Core core) {
        return raise(core, 0);
    }

    /** {@code raise v to k}. */
    public Raised raise(Core core, int member) {
        if (!kind.unordered()) {
            core.fence();
        }
        long life = lives.get(member);
        boolean takes = Lives.life(life) == Life.LIVE || Lives.life(life) == Life.HUNG;
        if (!takes || (isElsewhere() && !target.machine().isOn(seat(member), target))) {
            return Raised.DROPPED;
        }
        int of = Lives.count(life);
        while (true) {
            long now = pending.get(member);
            int count = in(now, of);
            if (count == kind.queued()) {
                return Raised.COALESCED;
            }
            if (count == 0 && life(now) - of > 0) {
                // The life that it was for is over, and the next has one pending already.
                return Raised.DROPPED;
            }
            if (pending.cas(member, now, word(of, count + 1))) {
                target.machine().signals().of(target, member).notice();
                return Raised.PENDING;
            }
        }
    }

    /** Changes whenever one more is pending for a target, or less. Costs a load. */
    public long pendingWord(int member) {
        return pending.get(member);
    }

    /** How many are pending for a target. */
    public int pending(int member) {
        return in(pending.get(member), target.machine().lives().count(target, member));
    }

    /** Whether a target has masked it. */
    public boolean isMasked(int member) {
        return in(masked.get(member), target.machine().lives().count(target, member)) != 0;
    }

    /** Takes one that is pending, masked or not: delivery, or loss. False if there is none. */
    public boolean take(int member) {
        int of = target.machine().lives().count(target, member);
        while (true) {
            long now = pending.get(member);
            int count = in(now, of);
            if (count == 0) {
                return false;
            }
            if (pending.cas(member, now, word(of, count - 1))) {
                return true;
            }
        }
    }

    void mask(int member, boolean on) {
        masked.set(member, word(target.machine().lives().count(target, member), on ? 1 : 0));
        if (!on) {
            target.machine().signals().of(target, member).alert();
        }
    }

    private static int life(long word) {
        return (int) (word >>> SHIFT);
    }

    private static int in(long word, int life) {
        return (int) (word >>> SHIFT) == life ? (int) word : 0;
    }

    private static long word(int life, int count) {
        return (long) life << SHIFT | count;
    }
}
