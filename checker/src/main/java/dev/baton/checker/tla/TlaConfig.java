package dev.baton.checker.tla;

import dev.baton.model.expr.Expr;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A configuration file of TLC: what to check of a module.
 *
 * @param properties those to check
 * @param operators what to check for a property: its operator, or one that the checker put around it
 * @param next the operator that says what a step is, where no liveness is checked
 * @param deadlock how to look for deadlocks
 * @param types whether {@code TypeOK} is checked too
 * @param symmetry whether TLC may take states for the same that differ in the names of interchangeable members only
 */
record TlaConfig(
        TlaModule module,
        List<Property> properties,
        Function<Property, String> operators,
        String next,
        Deadlock deadlock,
        boolean types,
        boolean symmetry) {

    /** How to look for deadlocks. */
    enum Deadlock {
        UNCHECKED,
        /** TLC's own check, which takes every state without a successor for a deadlock, those with an error too. */
        STATES_WITHOUT_STEP,
        /** The invariant {@code NoDeadlock}, exact and slower. */
        INVARIANT
    }

    TlaConfig {
        properties = List.copyOf(properties);
    }

    static TlaConfig of(TlaModule module, List<Property> properties) {
        return new TlaConfig(
                module,
                properties,
                module.naming()::property,
                Naming.NEXT,
                exact(module.system(), properties),
                false,
                false);
    }

    TlaConfig withTypes() {
        return new TlaConfig(module, properties, operators, next, deadlock, true, symmetry);
    }

    TlaConfig withSymmetry(boolean wanted) {
        return new TlaConfig(module, properties, operators, next, deadlock, types, wanted && module.symmetry());
    }

    TlaConfig with(Deadlock wanted) {
        return new TlaConfig(module, properties, operators, next, wanted, types, symmetry);
    }

    TlaConfig with(Function<Property, String> wanted) {
        return new TlaConfig(module, properties, wanted, next, deadlock, types, symmetry);
    }

    TlaConfig withNext(String wanted) {
        return new TlaConfig(module, properties, operators, wanted, deadlock, types, symmetry);
    }

    /**
     * The cheapest exact way where TLC stops at the first violation: its own check, unless a state with an error may be
     * met whose violation nobody asked for.
     */
    private static Deadlock exact(TransitionSystem system, List<Property> properties) {
        if (properties.stream().noneMatch(p -> p.kind() == Property.Kind.DEADLOCK_FREE) || alwaysTerminal(system)) {
            return Deadlock.UNCHECKED;
        }
        boolean errorsReported = system.error()
                .map(error -> error.sites().stream()
                        .map(site -> site.kind() == ErrorSite.Kind.OWNERSHIP
                                ? Property.Kind.OWNERSHIP
                                : Property.Kind.WELL_DEFINED)
                        .allMatch(kind -> properties.stream().anyMatch(p -> p.kind() == kind)))
                .orElse(true);
        return system.terminal().isPresent() || errorsReported ? Deadlock.STATES_WITHOUT_STEP : Deadlock.INVARIANT;
    }

    /** Whether stopping is right everywhere, so that nothing is a deadlock. */
    static boolean alwaysTerminal(TransitionSystem system) {
        return system.terminal()
                .filter(t ->
                        t instanceof Expr.Literal literal && literal.value().equals(Value.TRUE))
                .isPresent();
    }

    /** Whether fairness matters to what is checked. */
    boolean liveness() {
        return properties.stream().anyMatch(p -> p.kind().liveness());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("\\* " + Comments.plain(ModuleText.origin(module.system())));
        if (!module.constantLines().isEmpty()) {
            lines.add("CONSTANTS");
            module.constantLines().forEach(line -> lines.add("    " + line));
        }
        if (liveness()) {
            lines.add("SPECIFICATION " + Naming.SPEC);
        } else {
            lines.add("INIT " + Naming.INIT);
            lines.add("NEXT " + next);
        }
        List<String> invariants = new ArrayList<>();
        List<String> temporal = new ArrayList<>();
        if (types) {
            invariants.add(Naming.TYPE_OK);
        }
        for (Property property : properties) {
            switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> invariants.add(operators.apply(property));
                case STEP, EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                    temporal.add(operators.apply(property));
                case DEADLOCK_FREE -> {
                    if (deadlock == Deadlock.INVARIANT) {
                        invariants.add(operators.apply(property));
                    }
                }
            }
        }
        list(lines, "INVARIANTS", invariants);
        list(lines, "PROPERTIES", temporal);
        if (symmetry) {
            lines.add("SYMMETRY " + Naming.SYMMETRY);
        }
        if (deadlock != Deadlock.STATES_WITHOUT_STEP) {
            lines.add("CHECK_DEADLOCK FALSE");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void list(List<String> lines, String keyword, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(keyword);
            names.forEach(name -> lines.add("    " + name));
        }
    }
}
