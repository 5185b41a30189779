package dev.baton.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Whether the members of actors are off, live, crashed or hung. A member's word also counts its lives: IPIs that are
 * pending and masked carry the count, so that all of a former life are gone at once when the word changes.
 */
public final class Lives {
    private static final int BITS = 8;

    private final SharedMemory memory;
    private final List<Words> words = new ArrayList<>();
    private final List<LongSupplier> each = new ArrayList<>();

    Lives(SharedMemory memory) {
        this.memory = memory;
    }

    void add(Actor actor) {
        Words of = memory.words(actor.name() + ".life", Order.SC, actor.members(), m -> Life.LIVE.code());
        words.add(of);
        for (int m = 0; m < actor.members(); m++) {
            int member = m;
            each.add(() -> of.get(member));
        }
    }

    void initially(Actor actor, Life life) {
        Words of = words.get(actor.index());
        if (memory.isNew()) {
            for (int m = 0; m < actor.members(); m++) {
                of.set(m, life.code());
            }
            memory.journal().ifPresent(Journal::commit);
        }
    }

    /** The words of an actor's members. */
    Words of(Actor actor) {
        return words.get(actor.index());
    }

    /** The life of a member. */
    public Life of(Actor actor, int member) {
        return life(word(actor, member));
    }

    /** How often the life of a member has changed by starts, halts and crashes. */
    public int count(Actor actor, int member) {
        return count(word(actor, member));
    }

    /** Life and count of a member at one moment; see {@link #life(long)}, {@link #count(long)}. */
    public long word(Actor actor, int member) {
        return words.get(actor.index()).get(member);
    }

    /** The same of a member by its number among all members of all actors, as {@link Actor#holder} says. */
    long word(int holder) {
        return each.get(holder).getAsLong();
    }

    /** The life in a word. */
    public static Life life(long word) {
        return switch ((int) (word & 3)) {
            case 0 -> Life.OFF;
            case 1 -> Life.LIVE;
            case 2 -> Life.CRASHED;
            default -> Life.HUNG;
        };
    }

    /** The word of a live member. */
    public static long live(int count) {
        return word(count, Life.LIVE);
    }

    /** The count in a word. */
    public static int count(long word) {
        return (int) (word >>> BITS);
    }

    /**
     * {@code start k}: switches a member on.
     *
     * @throws ProtocolViolation if it isn't off
     */
    public void start(Actor actor, int member) {
        if (!change(actor, member, Life.OFF, Life.LIVE, 1)) {
            throw new ProtocolViolation("`start` of an actor that is not off");
        }
        actor.machine().signals().everybody();
    }

    /** A live member switches itself off. */
    public boolean halt(Actor actor, int member) {
        return change(actor, member, Life.LIVE, Life.OFF, 1);
    }

    /**
     * The same, in one of its lives only.
     *
     * @param life the word of that life
     */
    public boolean halt(Actor actor, int member, long life) {
        boolean done = words.get(actor.index()).cas(member, life, word(count(life) + 1, Life.OFF));
        if (done) {
            alert(actor, member);
        }
        return done;
    }

    /** A live member crashes. Only when none of its code runs any more. */
    public boolean crash(Actor actor, int member) {
        return change(actor, member, Life.LIVE, Life.CRASHED, 1);
    }

    /** A hung member is found dead. Only when none of its code runs any more. */
    public boolean die(Actor actor, int member) {
        return crash(actor, member) || change(actor, member, Life.HUNG, Life.CRASHED, 1);
    }

    /** A crashed member comes back. */
    public boolean restart(Actor actor, int member) {
        return change(actor, member, Life.CRASHED, Life.LIVE, 1);
    }

    /** A live member hangs. */
    public boolean hang(Actor actor, int member) {
        return change(actor, member, Life.LIVE, Life.HUNG, 0);
    }

    private boolean change(Actor actor, int member, Life from, Life to, int lives) {
        Words of = words.get(actor.index());
        long now = of.get(member);
        while (life(now) == from) {
            if (of.cas(member, now, word(count(now) + lives, to))) {
                alert(actor, member);
                return true;
            }
            now = of.get(member);
        }
        return false;
    }

    private static long word(int count, Life life) {
        return (long) count << BITS | life.code();
    }

    /** A core takes all that is placed on it along, which units of any actor may be. */
    private static void alert(Actor actor, int member) {
        if (actor.kind() == Actor.Kind.CORE) {
            actor.machine().signals().alert();
        } else {
            actor.machine().signals().of(actor, member).alert();
        }
    }
}
