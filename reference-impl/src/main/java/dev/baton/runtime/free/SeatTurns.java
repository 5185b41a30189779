package dev.baton.runtime.free;

import dev.baton.runtime.Seat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The cores of a process: what is on one core takes turns (rule 6). Kernels that share cores share this. */
public final class SeatTurns {

    private static final class Turn {
        /** Fair: a task that never waits would keep actions out for ever. */
        final ReentrantLock lock = new ReentrantLock(true);

        int strands;
    }

    private final Map<Seat, Turn> turns = new HashMap<>();

    /** One more strand sits there. */
    synchronized void sit(Seat seat) {
        turns.computeIfAbsent(seat, _ -> new Turn()).strands++;
    }

    /** The lock of a core, if there was ever more than one strand on it. */
    synchronized Optional<ReentrantLock> of(Seat seat) {
        Turn turn = turns.get(seat);
        return turn == null || turn.strands < 2 ? Optional.empty() : Optional.of(turn.lock);
    }
}
