package dev.baton.checker.walk;

import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Properties by what decides them on a walk.
 *
 * @param properties all, in the order of the request
 * @param ofStates invariants, which a state refutes, and covers, which a state satisfies
 * @param ofSteps refuted by a step
 * @param ofDeadEnds refuted by a state without steps
 */
public record Asked(
        List<Property> properties, List<Property> ofStates, List<Property> ofSteps, List<Property> ofDeadEnds) {
    /** Most of a kind that a walk can look for: a bit each in a word. */
    static final int MOST = Long.SIZE;

    public Asked {
        properties = List.copyOf(properties);
        ofStates = List.copyOf(ofStates);
        ofSteps = List.copyOf(ofSteps);
        ofDeadEnds = List.copyOf(ofDeadEnds);
    }

    public static Asked of(List<Property> properties) {
        List<Property> ofStates = new ArrayList<>();
        List<Property> ofSteps = new ArrayList<>();
        List<Property> ofDeadEnds = new ArrayList<>();
        for (Property property : properties) {
            switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> ofStates.add(property);
                case STEP -> ofSteps.add(property);
                case DEADLOCK_FREE -> ofDeadEnds.add(property);
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> {}
            }
        }
        return new Asked(properties, ofStates, ofSteps, ofDeadEnds);
    }

    /** Whether there are more properties of a kind than walks can look for at once. */
    public boolean tooMany() {
        return ofStates.size() > MOST || ofSteps.size() > MOST;
    }

    /** All that walks can decide: those of states, of steps, of dead ends. Sightings are numbered by it. */
    List<Property> decidable() {
        return Stream.of(ofStates, ofSteps, ofDeadEnds).flatMap(List::stream).toList();
    }
}
