package dev.baton.checker.explicit;

import dev.baton.checker.explicit.program.Predicate;
import dev.baton.checker.explicit.search.Onlooker;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * Properties by what decides them.
 *
 * @param ofState bit {@code i} of what a state decides is about property {@code i} of these
 * @param ofStep the same for steps
 * @param ofDeadlocks those that a state without successors decides
 * @param ofBehaviours liveness
 */
record Questions(
        List<Property> ofState, List<Property> ofStep, List<Property> ofDeadlocks, List<Property> ofBehaviours) {

    static Questions of(List<Property> properties) {
        List<Property> ofState = new ArrayList<>();
        List<Property> ofStep = new ArrayList<>();
        List<Property> ofDeadlocks = new ArrayList<>();
        List<Property> ofBehaviours = new ArrayList<>();
        for (Property property : properties) {
            switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> ofState.add(property);
                case STEP -> ofStep.add(property);
                case DEADLOCK_FREE -> ofDeadlocks.add(property);
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> ofBehaviours.add(property);
            }
        }
        return new Questions(ofState, ofStep, ofDeadlocks, ofBehaviours);
    }

    /** How many there are that a search itself decides. */
    Onlooker.Decided others() {
        return new Onlooker.Decided(ofState.size(), ofStep.size(), !ofDeadlocks.isEmpty());
    }

    /** A cover is decided by a state that satisfies it, an invariant by one that does not. */
    List<Predicate> statePredicates() {
        return ofState.stream()
                .map(p -> new Predicate(p.left(), p.kind() != Property.Kind.COVER))
                .toList();
    }

    List<Predicate> stepPredicates() {
        return ofStep.stream().map(p -> new Predicate(p.left(), true)).toList();
    }
}
