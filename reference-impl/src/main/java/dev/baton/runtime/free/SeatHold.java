package dev.baton.runtime.free;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One strand's part in taking turns on a core, if it has to share it. */
final class SeatHold {
    private final Optional<ReentrantLock> turn;

    SeatHold(Optional<ReentrantLock> turn) {
        this.turn = turn;
    }

    /** Whether others sit on it. */
    boolean isShared() {
        return turn.isPresent();
    }

    void take() {
        turn.ifPresent(ReentrantLock::lock);
    }

    /** Does nothing where it isn't held. */
    void leave() {
        if (turn.isPresent() && turn.get().isHeldByCurrentThread()) {
            turn.get().unlock();
        }
    }
}
