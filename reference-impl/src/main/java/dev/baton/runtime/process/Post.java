package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import java.util.Optional;

/** A member, and what runs of it. */
final class Post {
    final Actor actor;
    final int member;
    Optional<Running> running = Optional.empty();
    /** The last of its lives that was launched. */
    int launched = -1;
    /** Whether it was killed, and isn't known to be dead yet. */
    boolean struck;

    Post(Actor actor, int member) {
        this.actor = actor;
        this.member = member;
    }

    /** Whether the member has neither halted nor crashed since it was launched last. */
    boolean isInLaunchedLife() {
        return actor.machine().lives().count(actor, member) == launched;
    }

    String name() {
        return actor.called(member);
    }
}
