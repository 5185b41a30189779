package dev.baton.runtime;

import java.util.function.IntToLongFunction;

/** Who owns each member of a resource (rule 13): nobody (0), or 1 + {@link Actor#holder}. */
public final class Owners {
    /** The owner of what nobody owns. */
    public static final long NOBODY = 0;

    private final Words owners;

    Owners(String name, int members, IntToLongFunction first, SharedMemory memory) {
        this.owners = memory.words(name + ".owner", Order.SC, members, first);
    }

    /** How many members the resource has. */
    public int members() {
        return owners.size();
    }

    /** The owner's code: {@code owner(r)}. */
    public long owner(int member) {
        return owners.get(member);
    }

    /** {@code owns(k, r)}. */
    public boolean owns(Actor actor, int actorMember, int member) {
        return owner(member) == code(actor, actorMember);
    }

    /** The code of an owner. */
    public static long code(Actor actor, int member) {
        return 1L + actor.holder(member);
    }

    /**
     * {@code use r}.
     *
     * @throws ProtocolViolation with this message if the core's kernel doesn't own it
     */
    public void use(Core core, int member, String message) {
        Conditions.require(owns(core.actor(), core.member(), member), message);
    }

    /** {@code give r to k}; throws as {@link #use} does. */
    public void give(Core core, int member, Actor to, int toMember, String message) {
        use(core, member, message);
        owners.set(member, code(to, toMember));
    }

    /** {@code release r}; throws as {@link #use} does. */
    public void release(Core core, int member, String message) {
        use(core, member, message);
        owners.set(member, NOBODY);
    }

    /**
     * {@code take r}.
     *
     * @throws ProtocolViolation with this message if another owns it
     */
    public void take(Core core, int member, String message) {
        long owner = owner(member);
        Conditions.require(owner == NOBODY || owns(core.actor(), core.member(), member), message);
        owners.set(member, code(core.actor(), core.member()));
    }
}
