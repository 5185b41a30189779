package dev.baton.runtime.step;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Core;
import dev.baton.runtime.Units;
import java.util.LinkedHashMap;
import java.util.Map;

/** One life of a member of an actor on a stepped machine. */
final class SteppedKernel {
    private final Core core;
    private final Units units;
    private final int count;
    private final Map<String, Strand> strands = new LinkedHashMap<>();
    private final Map<String, Units.Action> actions = new LinkedHashMap<>();

    SteppedKernel(Core core) {
        this.core = core;
        this.count = core.actor().machine().lives().count(core.actor(), core.member());
        this.units = new Units(core);
        for (Units.Interrupt i : units.interrupts()) {
            add(new Strand(i.bell().name(), i.seat(), true, i.bell().kind().nmi(), i.body()));
        }
        for (Units.Task t : units.tasks()) {
            add(new Strand(t.unit(), t.seat(), false, false, t.body()));
        }
        for (Units.Action a : units.actions()) {
            if (actions.put(a.at().unit(), a) != null) {
                throw new IllegalStateException(
                        "two actions of `" + actor().name() + "` are called `" + a.at().unit() + "`");
            }
        }
    }

    private void add(Strand strand) {
        if (strands.put(strand.unit(), strand) != null) {
            throw new IllegalStateException("two units of `" + actor().name() + "` are called `" + strand.unit() + "`");
        }
    }

    Core core() {
        return core;
    }

    Actor actor() {
        return core.actor();
    }

    int member() {
        return core.member();
    }

    Units units() {
        return units;
    }

    /** Which life of the member it is, by {@link dev.baton.runtime.Lives#count}. */
    int count() {
        return count;
    }

    Iterable<Strand> strands() {
        return strands.values();
    }

    Strand strand(String unit) {
        return the(strands, unit, "task or handler");
    }

    Units.Action action(String unit) {
        return the(actions, unit, "action");
    }

    private <T> T the(Map<String, T> map, String name, String what) {
        T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("`" + actor().name() + "` has no " + what + " `" + name + "`");
        }
        return found;
    }
}
