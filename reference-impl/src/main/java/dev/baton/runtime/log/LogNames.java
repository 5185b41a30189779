package dev.baton.runtime.log;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers by which rings know the units of an actor: those of its points first, then IPIs to it. */
public final class LogNames {
    private final List<String> units;

    private LogNames(List<String> units) {
        this.units = units;
    }

    /** The units of an actor. */
    public static LogNames of(Actor actor) {
        Set<String> names = new LinkedHashSet<>();
        for (Point p : actor.points()) {
            names.add(p.unit());
        }
        for (Doorbell bell : actor.machine().doorbells().values()) {
            if (bell.target().equals(actor)) {
                names.add(bell.name());
            }
        }
        return new LogNames(new ArrayList<>(names));
    }

    /** The number of a unit; of one without any step the next free number. */
    public int number(String unit) {
        int found = units.indexOf(unit);
        if (found < 0) {
            units.add(unit);
            return units.size() - 1;
        }
        return found;
    }

    /** The unit with a number. */
    public String name(int number) {
        return number < units.size() ? units.get(number) : "unit" + number;
    }
}
