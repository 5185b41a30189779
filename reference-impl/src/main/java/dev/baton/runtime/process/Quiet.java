package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Rests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out that kernels which run can't take a step any more; see {@link Rests}. */
final class Quiet {
    private final Machine machine;

    /** What the members told when they were seen to rest, and their lives. */
    private Optional<Seen> seen = Optional.empty();
    /** Whether {@link #seen} is of a time at which all of them rested. */
    private boolean confirmed;

    /** All members, in order. */
    private record Seen(List<Long> lives, List<Long> rests, List<Boolean> running) {}

    Quiet(Machine machine) {
        this.machine = machine;
    }

    /**
     * Looks at all members. Nobody else changes anything as long as this says no.
     *
     * @param running which of them run, in order
     */
    boolean look(List<Boolean> running) {
        Seen now = now(running);
        if (seen.isEmpty() || !same(seen.get(), now)) {
            seen = Optional.of(now);
            confirmed = false;
            return false;
        }
        if (!confirmed) {
            // The members were read one after the other. Only now was there a moment at which all of them rested.
            seen = Optional.of(now);
            confirmed = true;
            return false;
        }
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i)
                    && !Rests.hasRested(seen.get().rests().get(i), now.rests().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Seen before, Seen now) {
        boolean rests = true;
        for (int i = 0; i < now.running().size(); i++) {
            rests &= Rests.same(before.rests().get(i), now.rests().get(i));
        }
        return rests && before.lives().equals(now.lives()) && before.running().equals(now.running());
    }

    private Seen now(List<Boolean> running) {
        List<Long> lives = new ArrayList<>();
        List<Long> rests = new ArrayList<>();
        for (Actor a : machine.actors()) {
            for (int m = 0; m < a.members(); m++) {
                lives.add(machine.lives().word(a, m));
                rests.add(machine.rests().of(a, m));
            }
        }
        return new Seen(lives, rests, running);
    }
}
