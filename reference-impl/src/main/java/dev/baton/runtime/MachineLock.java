package dev.baton.runtime;

import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/**
 * The lock that steps of a locked machine hold. Its word says who holds it, and which of their lives: who finds a
 * holder that has crashed undoes its half step by the journal and goes on, so that a crash in the middle of a step is
 * one before it. The word also says whether somebody waits, as long as this holder has it: so those that die waiting
 * are soon forgotten.
 */
public final class MachineLock {
    private static final long FREE = 0;
    private static final int LIFE = 32;
    private static final int MEMBER = 8;
    /** Where a futex looks, too. */
    private static final long WAITED = 1L << 31;

    private static final int SPINS = 200;
    /** How long to wait before asking again whether the holder has died. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Machine machine;
    private final RawWords holder;

    MachineLock(Machine machine, SharedMemory memory) {
        this.machine = machine;
        this.holder = memory.lines("lock.holder", 1);
    }

    /**
     * The word of a holder.
     *
     * @param member {@link Actor#holder} of the kernel, or {@link Machine#members} for who watches over them all
     * @param life which of the member's lives, as {@link Lives#count} says
     * @param strand which of its threads, 0 to 255
     */
    public static long holder(int member, int life, int strand) {
        return (long) life << LIFE | (member + 1L) << MEMBER | strand;
    }

    private static int member(long word) {
        return (int) ((word & (WAITED - 1)) >>> MEMBER) - 1;
    }

    /** Takes the lock, from a dead holder if need be. */
    public void acquire(long me) {
        if (!holder.cas(0, FREE, me)) {
            boolean _ = contend(me, nobody -> false, Long.MAX_VALUE);
        }
    }

    /**
     * The same, but waits for at most so long; whether it has the lock.
     *
     * @param dead members of which no code runs, by {@link Actor#holder}, though their lives may not say so yet: they
     *     don't hold it any more. Asked again and again, since they may die meanwhile
     */
    public boolean acquireWithin(long me, long nanos, IntPredicate dead) {
        return holder.cas(0, FREE, me) || contend(me, dead, System.nanoTime() + nanos);
    }

    private boolean contend(long me, IntPredicate dead, long deadline) {
        for (int spins = 0; ; spins++) {
            long now = holder.get(0);
            if (now == FREE) {
                if (holder.cas(0, FREE, me)) {
                    return true;
                }
            } else if ((now & WAITED) == 0) {
                boolean _ = holder.cas(0, now, now | WAITED);
            } else if (spins >= SPINS) {
                if ((dead.test(member(now)) || isDead(now)) && holder.cas(0, now, me)) {
                    machine.memory().journal().ifPresent(Journal::undo);
                    return true;
                }
                if (deadline != Long.MAX_VALUE && System.nanoTime() >= deadline) {
                    return false;
                }
                Futex.await(holder.memory(), holder.offset(0), (int) now, PATIENCE);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /** A holder that has crashed, or that has lived twice since: a halt while it holds the lock is one of its steps. */
    private boolean isDead(long word) {
        int member = member(word);
        if (member == machine.members()) {
            return false;
        }
        long life = machine.lives().word(member);
        return Lives.life(life) == Life.CRASHED || Lives.count(life) - (int) (word >>> LIFE) >= 2;
    }

    /** Gives the lock back; the step must be committed or undone. */
    public void release() {
        if ((holder.getAndSet(0, FREE) & WAITED) != 0) {
            Futex.wake(holder.memory(), holder.offset(0));
        }
    }

    /** Whether somebody waits for its holder to give it back. */
    public boolean isWanted() {
        return (holder.get(0) & WAITED) != 0;
    }

    /** Whether any life or thread of a member has it. */
    public boolean isHeldByMember(int member) {
        return member(holder.get(0)) == member;
    }

    /** Whether this holder has it. */
    public boolean isHeldBy(long me) {
        return (holder.get(0) & ~WAITED) == me;
    }
}
