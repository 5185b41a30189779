package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.encode.Sym;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Bindings;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.system.Property;
import java.util.List;

/**
 * When a behaviour goes on refuting a liveness property under one binding of its binders, as a look at one state after
 * the other. Beside the state it has one bit of history.
 *
 * @param history the bit, before the state is seen
 * @param first what it is before the first state
 * @param alive whether the state goes on refuting: a behaviour that refutes the property is alive from some state on
 * @param after the bit once the state is seen
 * @param again what must be seen again and again beside; empty if nothing
 * @param stopped whether stopping for ever in the state refutes the property
 */
record Refuting(Term history, boolean first, Term alive, Term after, List<Term> again, Term stopped) {
    Refuting {
        again = List.copyOf(again);
    }

    static Refuting of(SymbolicSystem system, Property property, Environment binding, Term history) {
        Bindings<Sym> locals = Bindings.empty();
        for (Binder binder : property.binders()) {
            locals = locals.with(binder.name(), system.constant(binding.get(binder.name()), binder.type()));
        }
        Bindings<Sym> bound = locals;
        Terms terms = system.terms();
        Term left = system.holds(property.left(), bound);
        Term not = terms.not(left);
        return switch (property.kind()) {
            case EVENTUALLY -> {
                Term never = terms.both(history, not);
                yield new Refuting(history, true, never, never, List.of(), never);
            }
            case ALWAYS_EVENTUALLY -> new Refuting(history, true, not, history, List.of(), not);
            case EVENTUALLY_ALWAYS -> new Refuting(history, true, terms.yes, history, List.of(not), not);
            case LEADS_TO -> {
                Term right = system.holds(property.right().orElseThrow(), bound);
                Term owed = terms.both(terms.either(history, left), terms.not(right));
                yield new Refuting(history, false, owed, owed, List.of(), owed);
            }
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER ->
                throw new IllegalArgumentException(property.name() + " is decided by states and steps");
        };
    }
}
