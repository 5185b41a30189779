package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Seat;
import dev.baton.runtime.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The cores of a process: what is on one core takes turns (rule 6). Kernels that share cores share this, and it must
 * know of all that will ever run before the first of them starts.
 */
public final class SeatTurns {

    /** One strand of a member, in whichever of its lives. */
    private record Sitter(Actor actor, int member, int strand) {}

    private static final class Turn {
        /** Fair: a task that never waits would keep actions out for ever. */
        final ReentrantLock lock = new ReentrantLock(true);

        final Set<Sitter> sitters = new HashSet<>();
    }

    private final Map<Seat, Turn> turns = new HashMap<>();

    /** Of kernels that are booted on it before any of them starts. */
    public SeatTurns() {}

    /** Of all members of a machine, also those that are off. */
    public static SeatTurns of(Machine machine) {
        SeatTurns turns = new SeatTurns();
        for (Actor actor : machine.actors()) {
            for (int m = 0; m < actor.members(); m++) {
                turns.sit(actor, m, Duty.of(new Units(new FreeCore(actor, m))));
            }
        }
        return turns;
    }

    /** What there is to do in each life of a member. */
    synchronized void sit(Actor actor, int member, List<Duty> duties) {
        for (int i = 0; i < duties.size(); i++) {
            Sitter sitter = new Sitter(actor, member, i);
            duties.get(i)
                    .seat()
                    .ifPresent(seat ->
                            turns.computeIfAbsent(seat, _ -> new Turn()).sitters.add(sitter));
        }
    }

    /** The lock of a core, if more than one strand is ever on it. */
    synchronized Optional<ReentrantLock> of(Seat seat) {
        Turn turn = turns.get(seat);
        return turn == null || turn.sitters.size() < 2 ? Optional.empty() : Optional.of(turn.lock);
    }
}
