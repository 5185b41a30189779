package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Life;
import dev.baton.runtime.Seat;
import java.util.Optional;

/** Whether the core that a strand is placed on is live. Only one that is an actor of its own may not be. */
final class CorePower {
    private final Optional<Actor> core;
    private final int number;

    CorePower(Optional<Seat> seat, Actor placed) {
        this.core = seat.filter(s -> s.isOfAnother(placed))
                .map(s -> placed.machine().actor(s.actor()));
        this.number = seat.map(Seat::number).orElse(0);
    }

    /** Whether it may ever be off. */
    boolean mayFail() {
        return core.isPresent();
    }

    boolean isOn() {
        return core.isEmpty() || core.get().machine().lives().of(core.get(), number) == Life.LIVE;
    }
}
