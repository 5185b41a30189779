package dev.baton.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * How long the members' strands have had nothing to do, for whoever wants to know whether anything can happen any more.
 *
 * <p>A member <em>rests</em> while each of its strands looks again and again for something that it can do, in vain.
 * Once every strand has, that is a round. If all members rest, and have gone round {@link #ENOUGH} times since somebody
 * saw them all resting, then each strand has looked, from beginning to end, at a state that nobody has changed since:
 * there is nothing that it could do, and never will be, unless somebody else than the members changes something.
 */
public final class Rests {
    /** So many rounds have a whole one between them, of each strand: looks of two strands overlap. */
    private static final int ENOUGH = 3;

    private static final int LIFE = 48;
    private static final int REST = 24;
    private static final long FIELD = (1L << REST) - 1;

    private final SharedMemory memory;
    private final List<RawWords> members = new ArrayList<>();

    Rests(SharedMemory memory) {
        this.memory = memory;
    }

    void add(Actor actor) {
        members.add(memory.lines(actor.name() + ".rest", actor.members()));
    }

    /**
     * Told by the member itself, after all that its strands did before.
     *
     * @param life which of its lives it is
     * @param rest which of its rests: each time that a strand begins to rest counts
     * @param round of that rest
     */
    public void tell(Actor actor, int member, int life, long rest, long round) {
        members.get(actor.index()).set(member, ((long) life << LIFE) | ((rest & FIELD) << REST) | (round & FIELD));
    }

    /** What a member told last: for {@link #hasRested}. */
    public long of(Actor actor, int member) {
        return members.get(actor.index()).get(member);
    }

    /** Whether what a member told is of the same rest as what it told before. */
    public static boolean same(long before, long now) {
        return before >>> REST == now >>> REST;
    }

    /** Whether a member has looked often enough since then, in the same rest. */
    public static boolean hasRested(long before, long now) {
        return same(before, now) && ((now - before) & FIELD) >= ENOUGH;
    }
}
