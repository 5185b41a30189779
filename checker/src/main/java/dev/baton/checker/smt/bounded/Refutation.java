package dev.baton.checker.smt.bounded;

import com.microsoft.z3.BoolExpr;
import dev.baton.checker.smt.encode.Sym;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Bindings;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.system.Property;

/**
 * What a behaviour has to do to refute a liveness property under one binding of its binders, followed state by state.
 * {@code left} and {@code right} are the property's predicates.
 */
final class Refutation {
    private final Property property;
    private final Term left;
    private final Term right;
    private final Definitions definitions;
    /** What has been so of the states up to the one before. */
    private BoolExpr before;
    /** LEADS_TO alone: that the effect has not been seen in the loop. */
    private BoolExpr without;

    Refutation(SymbolicSystem system, Property property, Environment binding, Definitions definitions) {
        Bindings<Sym> locals = Bindings.empty();
        for (Binder binder : property.binders()) {
            locals = locals.with(binder.name(), system.constant(binding.get(binder.name()), binder.type()));
        }
        Bindings<Sym> bound = locals;
        this.property = property;
        this.left = system.holds(property.left(), bound);
        this.right = property.right().map(r -> system.holds(r, bound)).orElse(system.terms().no);
        this.definitions = definitions;
        this.before = definitions.truth(
                switch (property.kind()) {
                    case EVENTUALLY, ALWAYS_EVENTUALLY -> true;
                    case EVENTUALLY_ALWAYS, LEADS_TO -> false;
                    case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> throw safety();
                });
        this.without = definitions.truth(true);
    }

    private IllegalArgumentException safety() {
        return new IllegalArgumentException(property.name() + " is decided by states and steps");
    }

    Property property() {
        return property;
    }

    /** Follows one state more, with which the loop has begun, or before, if {@code looping} says so. */
    void follow(Translation state, BoolExpr looping) {
        BoolExpr now = state.truth(left);
        BoolExpr outside = definitions.not(looping);
        before = definitions.name(
                switch (property.kind()) {
                    case EVENTUALLY -> definitions.all(before, definitions.not(now));
                    case ALWAYS_EVENTUALLY -> definitions.all(before, definitions.any(outside, definitions.not(now)));
                    case EVENTUALLY_ALWAYS -> definitions.any(before, definitions.all(looping, definitions.not(now)));
                    case LEADS_TO -> pending(state);
                    case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> throw safety();
                });
        if (property.kind() == Property.Kind.LEADS_TO) {
            without = definitions.name(
                    definitions.all(without, definitions.any(outside, definitions.not(state.truth(right)))));
        }
    }

    /** Whether the effect is still owed once a state has been seen. */
    private BoolExpr pending(Translation state) {
        return definitions.all(definitions.any(before, state.truth(left)), definitions.not(state.truth(right)));
    }

    /** Whether going round for ever refutes the property; all states of the loop were followed. */
    BoolExpr goingRound() {
        return definitions.all(before, without);
    }

    /** Whether stopping for ever in a state, the first that was not followed, refutes the property. */
    BoolExpr stopping(Translation state) {
        BoolExpr not = definitions.not(state.truth(left));
        return switch (property.kind()) {
            case EVENTUALLY -> definitions.all(before, not);
            case ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS -> not;
            case LEADS_TO -> pending(state);
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> throw safety();
        };
    }
}
