package dev.baton.model.interpreter;

import dev.baton.model.interpreter.Exploration.Outcome;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The properties that one state or one step decides, and what became of them so far. */
final class SafetyProperties {
    private final Interpreter interpreter;
    private final List<Property> ofStates = new ArrayList<>();
    private final List<Property> ofSteps = new ArrayList<>();
    private final List<Property> ofDeadlocks = new ArrayList<>();
    private final Map<Property, Outcome> decided = new HashMap<>();

    SafetyProperties(Interpreter interpreter, List<Property> properties) {
        this.interpreter = interpreter;
        for (Property property : properties) {
            switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> ofStates.add(property);
                case STEP -> ofSteps.add(property);
                case DEADLOCK_FREE -> ofDeadlocks.add(property);
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> {}
            }
        }
    }

    /** What is known of a property; nothing while no state and no step has decided it. */
    Optional<Outcome> decided(Property property) {
        return Optional.ofNullable(decided.get(property));
    }

    /** A state was found; {@code path} leads to it. */
    void state(State state, Supplier<Trace> path) {
        if (ofStates.isEmpty()) {
            return;
        }
        Evaluator at = interpreter.evaluator(state);
        ofStates.removeIf(property -> {
            boolean holds = at.holds(property.left(), Environment.EMPTY);
            boolean cover = property.kind() == Property.Kind.COVER;
            if (holds == cover) {
                Optional<Trace> trace = Optional.of(path.get());
                decided.put(property, cover ? new Outcome.Holds(trace) : new Outcome.Violated(trace));
            }
            return holds == cover;
        });
    }

    /** A step was taken that changes the state; {@code path} ends with it. */
    void step(State before, Step step, Supplier<Trace> path) {
        if (ofSteps.isEmpty()) {
            return;
        }
        Evaluator over = interpreter.evaluator(before, step.after());
        ofSteps.removeIf(property -> {
            boolean holds = over.holds(property.left(), Environment.EMPTY);
            if (!holds) {
                violated(property, path);
            }
            return !holds;
        });
    }

    /** A state was found in which the system stops and should not; {@code path} leads to it. */
    void deadlock(Supplier<Trace> path) {
        ofDeadlocks.forEach(property -> violated(property, path));
        ofDeadlocks.clear();
    }

    private void violated(Property property, Supplier<Trace> path) {
        decided.put(property, new Outcome.Violated(Optional.of(path.get())));
    }
}
