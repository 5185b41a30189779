package dev.baton.model.interpreter;

import dev.baton.model.interpreter.Exploration.Finding;
import dev.baton.model.interpreter.Exploration.Outcome;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Decides properties of a system by looking at every state it can reach, and every way it can go on for ever. */
public final class Explorer {
    private Explorer() {}

    /**
     * Searches everything, also where properties are refuted early on, so that the counts are of the whole system.
     *
     * @param properties those to decide, of the system's own
     * @param budget may cut the search short; what was not decided by then is {@link Outcome.Undecided}
     * @throws UndefinedException if lowering left something unguarded, or integers overflow
     */
    public static Exploration explore(TransitionSystem system, List<Property> properties, Budget budget) {
        return explore(system, properties, budget, OptionalInt.empty());
    }

    /**
     * The same of behaviours of at most {@code depth} steps; what they do not decide is {@link Outcome.Bounded}, unless
     * they turn out to lead everywhere.
     *
     * @param depth at least 1; empty: no bound
     */
    public static Exploration explore(
            TransitionSystem system, List<Property> properties, Budget budget, OptionalInt depth) {
        boolean liveness =
                properties.stream().anyMatch(property -> property.kind().liveness());
        Search search = new Search(system, properties, liveness, budget);

        Optional<Outcome> cut = cut(() -> search.run(depth));
        List<Finding> findings = new ArrayList<>();
        for (Property property : properties) {
            findings.add(new Finding(
                    property,
                    property.kind().liveness()
                            ? cut.orElseGet(() -> liveness(search, property))
                            : search.decided(property).orElseGet(() -> undecided(property, cut))));
        }
        return new Exploration(
                findings, search.distinct(), search.generated(), search.depth(), cut.isEmpty(), search.coverage());
    }

    /** Why not everything was visited. */
    private static Optional<Outcome> cut(BooleanSupplier search) {
        try {
            return search.getAsBoolean() ? Optional.empty() : Optional.of(new Outcome.Bounded());
        } catch (Exhausted e) {
            return Optional.of(new Outcome.Undecided(e.reason()));
        }
    }

    private static Outcome liveness(Search search, Property property) {
        try {
            Optional<Trace> trace = search.liveness().counterexample(property);
            return trace.isPresent() ? new Outcome.Violated(trace) : new Outcome.Holds(Optional.empty());
        } catch (Exhausted e) {
            return new Outcome.Undecided(e.reason());
        }
    }

    /** What is true of a property that no state and no step has decided. */
    private static Outcome undecided(Property property, Optional<Outcome> cut) {
        if (cut.isPresent()) {
            return cut.get();
        }
        return property.kind() == Property.Kind.COVER
                ? new Outcome.Violated(Optional.empty())
                : new Outcome.Holds(Optional.empty());
    }
}
