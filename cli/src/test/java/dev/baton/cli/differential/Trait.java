package dev.baton.cli.differential;

import dev.baton.checker.Verdict;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What makes a protocol worth comparing engines on. */
enum Trait {
    /** Two acting members or more. */
    SEVERAL_ACTORS,
    CHANNELS,
    IPIS,
    /** A handler that takes steps. */
    INTERRUPTS,
    /** Memory with store buffers. */
    TSO,
    FAULTS,
    /** Kernels that go on and off, crash or hang. */
    LIVES,
    RESOURCES,
    /** An error of rule 3 can be reached. */
    ERROR,
    DEADLOCK,
    SAFETY_VIOLATED,
    LIVENESS_VIOLATED,
    LIVENESS_HOLDS,
    /** Members of an index type were exchanged. */
    SYMMETRY,
    /** In some states fewer steps were taken than are possible. */
    PARTIAL_ORDER,
    DEAD_VARIABLES;

    static Set<Trait> of(Trial.Agreed agreed) {
        TransitionSystem system = agreed.system();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        system.variables().stream().map(Variable::role).forEach(role -> of(role, traits));
        int members = agreed.protocol().actors().stream()
                .mapToInt(a -> a.index().size())
                .sum();
        if (members > 1) {
            traits.add(SEVERAL_ACTORS);
        }
        if (system.actions().stream().anyMatch(a -> a.origin().kind() == Origin.Kind.INTERRUPT)) {
            traits.add(INTERRUPTS);
        }
        agreed.result().answers().forEach(a -> of(a.property(), a.verdict(), traits));
        agreed.reductions()
                .forEach(kind -> traits.add(
                        switch (kind) {
                            case SYMMETRY -> SYMMETRY;
                            case PARTIAL_ORDER -> PARTIAL_ORDER;
                            case DEAD_VARIABLES -> DEAD_VARIABLES;
                        }));
        return traits;
    }

    private static void of(Variable.Role role, Set<Trait> into) {
        switch (role) {
            case CHANNEL -> into.add(CHANNELS);
            case PENDING -> into.add(IPIS);
            case BUFFER -> into.add(TSO);
            case BUDGET -> into.add(FAULTS);
            case LIFE -> into.add(LIVES);
            case OWNER -> into.add(RESOURCES);
            case PRIVATE, MEMORY, LOCAL, CONTROL, MASK, HISTORY, ERROR -> {}
        }
    }

    private static void of(Property property, Verdict verdict, Set<Trait> into) {
        if (verdict instanceof Verdict.Violated) {
            switch (property.kind()) {
                case WELL_DEFINED -> into.add(ERROR);
                case DEADLOCK_FREE -> into.add(DEADLOCK);
                case INVARIANT, LEMMA, STEP, OWNERSHIP -> into.add(SAFETY_VIOLATED);
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> into.add(LIVENESS_VIOLATED);
                case COVER -> {}
            }
        } else if (property.kind().liveness()) {
            into.add(LIVENESS_HOLDS);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
