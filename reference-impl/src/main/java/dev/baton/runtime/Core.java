package dev.baton.runtime;

import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What the code of a kernel takes its steps on. A step begins with {@link #step(Point)} and ends where the next begins,
 * at {@link #pause}, or at the end of its task or handler. Between two steps interrupts are taken, and faults strike.
 *
 * <p>A step that can't be taken now is told by {@code while (!condition) core.pause();} at its place.
 */
public abstract class Core extends Padded {
    private final Actor actor;
    private final int member;

    /**
     * Rounds of loops that the core coasts; 0 if it does not. It is here, and not where steps are taken, since to come
     * there would take longer than most steps do.
     */
    private int left;

    /** The core of a member of an actor. */
    protected Core(Actor actor, int member) {
        this.actor = actor;
        this.member = member;
    }

    /** Whose code runs here. */
    public final Actor actor() {
        return actor;
    }

    /** Which member's code runs here. */
    public final int member() {
        return member;
    }

    /** Ends the step before, takes interrupts, and begins the step at this place. */
    public final void step(Point at) {
        if (left == 0) {
            begin(at);
        }
    }

    /** The same, with a local's code. */
    public final void step(Point at, long a) {
        if (left == 0) {
            begin(at, a);
        }
    }

    /** The same, with the codes of two locals. */
    public final void step(Point at, long a, long b) {
        if (left == 0) {
            begin(at, a, b);
        }
    }

    /** The same, with the codes of three locals. */
    public final void step(Point at, long a, long b, long c) {
        if (left == 0) {
            begin(at, a, b, c);
        }
    }

    /** The same, with the codes of four locals. */
    public final void step(Point at, long a, long b, long c, long d) {
        if (left == 0) {
            begin(at, a, b, c, d);
        }
    }

    /** The same, with the codes of any number of locals; the array is the core's from here on. */
    public final void step(Point at, long... locals) {
        if (left == 0) {
            begin(at, locals);
        }
    }

    /**
     * A loop whose rounds have steps goes round. No step; but while nothing disturbs it, a core looks for what might
     * only after a number of rounds, so that a loop which does not tell of them could not be interrupted.
     */
    public final void round() {
        if (left > 0) {
            left--;
        } else {
            goRound();
        }
    }

    /** A step that the core does not coast. */
    protected void begin(Point at) {
        begin(at, new long[] {});
    }

    /** The same, with a local's code. */
    protected void begin(Point at, long a) {
        begin(at, new long[] {a});
    }

    /** The same, with the codes of two locals. */
    protected void begin(Point at, long a, long b) {
        begin(at, new long[] {a, b});
    }

    /** The same, with the codes of three locals. */
    protected void begin(Point at, long a, long b, long c) {
        begin(at, new long[] {a, b, c});
    }

    /** The same, with the codes of four locals. */
    protected void begin(Point at, long a, long b, long c, long d) {
        begin(at, new long[] {a, b, c, d});
    }

    /** The same, with the codes of any number of locals; the array is the core's from here on. */
    protected abstract void begin(Point at, long... locals);

    /** A round has begun that the core does not coast. */
    protected void goRound() {
        // Who coasts no rounds need not count them.
    }

    /**
     * From the step under way on, the core coasts: until so many rounds of loops have begun, steps begin without
     * {@link #begin(Point)}, since nothing is to be done between them.
     */
    protected final void coast(int rounds) {
        left = rounds;
    }

    /** The next step is not coasted; how many rounds were left. */
    protected final int land() {
        int rest = left;
        left = 0;
        return rest;
    }

    /**
     * Takes back the step just begun, since it can't be taken now; waits a little, taking interrupts; begins it anew.
     * Within {@link #atomic} and the body of an action it doesn't return: the body is left, and begun anew if it is
     * that of a task.
     */
    public abstract void pause();

    /**
     * A round of a loop has changed nothing, and the next sees only whether another has: lets others get on. No step.
     */
    public abstract void relax();

    /** Takes one of so many ways (0 to {@code ways - 1}): the branch of an {@code either}. */
    public abstract int choose(int ways);

    /**
     * Takes an element: {@code choose x in S}. Pauses while there is none.
     *
     * @param candidates asked anew after each pause
     * @param code of an element, for the log
     */
    public abstract <T> T chooseOf(
            Supplier<? extends Collection<? extends T>> candidates, ToLongFunction<? super T> code);

    /**
     * Takes one of these codes, which are in ascending order; {@link Channel#EMPTY} if there are none, or none that a
     * test has granted. For what can say by itself that the step can't be taken.
     */
    public abstract long chooseAmong(List<Long> codes);

    /** {@code timeout}: whether the wait is over. On a stepped machine at any time, else when {@link Pace} says. */
    public abstract boolean timeout();

    /** Waits until the core's store buffer is empty; to be called first in its step. */
    public abstract void fence();

    /**
     * Waits until the core's store buffer has room for so many stores; first in its step. A store makes room itself;
     * only an {@code atomic} need not call this either, since it is begun anew.
     */
    public abstract void room(int stores);

    /**
     * Whether {@link #fence} need not wait now. Where hardware sees to it, as on all but stepped machines, it never
     * does.
     */
    public boolean isDrained() {
        return true;
    }

    /** Whether {@link #room} need not wait now; see {@link #isDrained}. */
    public boolean hasRoom(int stores) {
        return true;
    }

    /** Does the rest of the step, which may find out late that it can't be taken: it is then undone and begun anew. */
    public abstract void atomic(Runnable body);

    /**
     * An action or {@code on} handler: one step.
     *
     * @param arguments codes of its parameters; the array is the core's from here on
     * @param body false, or {@link #pause}, if it can't be taken; whatever it did is then undone
     * @return whether it was taken
     */
    public abstract boolean attempt(Point at, long[] arguments, BooleanSupplier body);

    /** {@code halt}: switches the own kernel off. To be thrown: {@code throw core.halt()}. */
    public abstract StrandEnd halt();

    /**
     * {@code start k}.
     *
     * @throws ProtocolViolation if the member isn't off
     */
    public final void start(Actor started, int startedMember) {
        actor.machine().lives().start(started, startedMember);
    }

    /** {@code mask v}. */
    public final void mask(Doorbell bell) {
        bell.mask(member, true);
    }

    /** {@code unmask v}. */
    public final void unmask(Doorbell bell) {
        bell.mask(member, false);
    }

    /** {@code assert}, and invariants that the kernel can see by itself. */
    public final void check(boolean holds, String message) {
        Conditions.require(holds, message);
    }
}
