package dev.baton.runtime.free;

import dev.baton.runtime.Seat;
import dev.baton.runtime.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one thread of a kernel does, besides taking the interrupts of its core. */
sealed interface Duty {

    /** The core that it does it on; absent in an environment. */
    Optional<Seat> seat();

    /** Runs a task. */
    record Task(Units.Task task) implements Duty {
        @Override
        public Optional<Seat> seat() {
            return task.seat();
        }
    }

    /** Takes actions and {@code on} handlers. */
    record Actions(Optional<Seat> seat, List<Units.Action> actions) implements Duty {}

    /** Nothing else: no other thread of the kernel is on that core. */
    record Interrupts(Optional<Seat> seat) implements Duty {}

    /** What there is to do in a life of a kernel, a thread each; at least one. */
    static List<Duty> of(Units units) {
        List<Duty> all = new ArrayList<>();
        units.tasks().forEach(t -> all.add(new Task(t)));
        if (!units.actions().isEmpty()) {
            all.add(new Actions(units.seat(), units.actions()));
        }
        for (Units.Interrupt i : units.interrupts()) {
            if (all.stream().noneMatch(d -> d.seat().equals(i.seat()))) {
                all.add(new Interrupts(i.seat()));
            }
        }
        return all.isEmpty() ? List.of(new Interrupts(units.seat())) : List.copyOf(all);
    }
}
