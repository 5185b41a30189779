package dev.baton.codegen.expr;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import java.util.List;

/** What an expression sees of the protocol from where it stands: in an actor's class, or in the machine's. */
public interface View {

    /** The acting member. */
    Term self();

    /** A variable of shared memory; of a map the entry at these keys, or the whole map if there are none. */
    Term memory(Variable variable, List<Term> keys);

    /** A private variable of the acting member. */
    Term field(Variable variable);

    /** A call of a function. */
    Term call(Definition definition, List<Term> arguments);

    /** Whether the acting member is one of several, so that its variables are entries of maps. */
    boolean indexed();

    /** The owner that a member of an actor is, as a {@code Long}. */
    Term holder(String actor, Term member);

    /** A question that kernels may ask. */
    Term question(Expr.Query query, List<Term> arguments);
}
