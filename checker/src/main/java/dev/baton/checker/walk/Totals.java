package dev.baton.checker.walk;

import dev.baton.model.system.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stints found, added up in the order of their numbers, whatever the order they come in. For any thread. */
final class Totals {
    private final List<Property> decidable;
    private final Set<Property> stopAt;
    private final long[] taken;
    private final Sighting[] sightings;
    private final Map<Long, Stint> early = new HashMap<>();
    private long next;
    private long steps;
    private long walks;
    private long deadEnds;
    private boolean stuck;
    private boolean violated;

    Totals(WalkRequest request, int kinds) {
        this.decidable = request.asked().decidable();
        this.stopAt = request.stopAt();
        this.taken = new long[kinds];
        this.sightings = new Sighting[decidable.size()];
    }

    /** @return whether the walks are to stop */
    synchronized boolean add(long number, Stint stint) {
        early.put(number, stint);
        for (Stint due = early.remove(next); due != null && !over(); due = early.remove(next)) {
            next++;
            add(due);
        }
        return over();
    }

    private boolean over() {
        return violated || stuck;
    }

    private void add(Stint stint) {
        for (int i = 0; i < sightings.length; i++) {
            Sighting known = sightings[i];
            if (stint.sighted(i) < (known == null ? Integer.MAX_VALUE : known.step())) {
                sightings[i] = stint.sighting(i, walks);
                violated |=
                        stopAt.contains(decidable.get(i)) && decidable.get(i).kind() != Property.Kind.COVER;
            }
        }
        for (int i = 0; i < taken.length; i++) {
            taken[i] += stint.taken()[i];
        }
        steps += stint.steps();
        walks += stint.walks();
        deadEnds += stint.deadEnds();
        stuck |= stint.stuck();
    }

    synchronized long steps() {
        return steps;
    }

    synchronized long walks() {
        return walks;
    }

    synchronized long deadEnds() {
        return deadEnds;
    }

    synchronized long taken(int kind) {
        return taken[kind];
    }

    synchronized boolean stuck() {
        return stuck;
    }

    /** Whether a property was violated after which the walks were to stop. */
    synchronized boolean violated() {
        return violated;
    }

    /** The shortest way on which a property was seen decided, the first of those. */
    synchronized Optional<Sighting> sighting(Property property) {
        int i = decidable.indexOf(property);
        return i < 0 ? Optional.empty() : Optional.ofNullable(sightings[i]);
    }
}
