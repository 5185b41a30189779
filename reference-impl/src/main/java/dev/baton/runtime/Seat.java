package dev.baton.runtime;

/**
 * The core that something runs on: a member of an actor (its own core, or a {@code core} actor), or core number so and
 * so.
 *
 * @param actor the actor; empty for a numbered core
 * @param number the member, or the number
 */
public record Seat(String actor, int number) {

    /** The core of a member of an actor. */
    public static Seat of(String actor, int member) {
        return new Seat(actor, member);
    }

    /** {@code on core 3}. */
    public static Seat numbered(int number) {
        return new Seat("", number);
    }

    /** Whether what is placed there runs on a core that is another actor. */
    public boolean isOfAnother(Actor placed) {
        return !actor.isEmpty() && !actor.equals(placed.name());
    }

    /** {@code Cpu[1]}, {@code core 3}. */
    @Override
    public String toString() {
        return actor.isEmpty() ? "core " + number : actor + "[" + number + "]";
    }
}
