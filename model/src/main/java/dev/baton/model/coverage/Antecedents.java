package dev.baton.model.coverage;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Shape;
import dev.baton.model.source.Span;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Coverable.Kind;
import dev.baton.model.system.Coverable.Sight;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What must be true of some state, or of some step, lest a property ask nothing: {@code A} in {@code A implies B}, also
 * below {@code and}, {@code forall} and other implications; the set of a {@code forall}, which must have an element;
 * the cause of a {@code leads to}.
 */
final class Antecedents {
    private final Property property;
    private final List<Coverable> goals;

    private Antecedents(Property property, List<Coverable> goals) {
        this.property = property;
        this.goals = goals;
    }

    static void add(Property property, List<Coverable> goals) {
        Antecedents pass = new Antecedents(property, goals);
        switch (property.kind()) {
            case INVARIANT, LEMMA, STEP -> pass.visit(property.left(), e -> e, OptionalInt.empty());
            case LEADS_TO -> pass.cause();
            case WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, COVER, EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS -> {}
        }
    }

    /** Where a cause may be undefined, lowering has put that it is defined in front. */
    private void cause() {
        Expr cause = property.left();
        UnaryOperator<Expr> around = e -> e;
        for (Binder binder : property.binders().reversed()) {
            UnaryOperator<Expr> inner = around;
            around = e -> exists(binder, inner.apply(e));
        }
        if (cause instanceof Expr.Apply a && a.op() == Op.IMPLIES && !a.span().known()) {
            UnaryOperator<Expr> binders = around;
            goal(a.arg(1), e -> binders.apply(Exprs.and(a.arg(0), e)), OptionalInt.empty());
        } else {
            goal(cause, around, OptionalInt.empty());
        }
    }

    /**
     * @param around makes of a predicate over the names bound here one over none, that is true where this is reached
     * @param premise the goal that this is below
     */
    private void visit(Expr e, UnaryOperator<Expr> around, OptionalInt premise) {
        if (e instanceof Expr.Apply a && a.op() == Op.AND) {
            Expr before = Expr.TRUE;
            for (Expr part : a.args()) {
                Expr held = before;
                visit(part, p -> around.apply(Exprs.and(held, p)), premise);
                before = Exprs.and(before, part);
            }
        } else if (e instanceof Expr.Apply a && a.op() == Op.IMPLIES) {
            OptionalInt number = goal(a.arg(0), around, premise);
            visit(a.arg(1), p -> around.apply(Exprs.and(a.arg(0), p)), number);
        } else if (e instanceof Expr.Quantified q && q.kind() == Quantifier.FORALL) {
            UnaryOperator<Expr> inside = p -> around.apply(exists(q.binder(), p));
            boolean fixed = Shape.reads(q.binder().domain()).isEmpty();
            OptionalInt number = fixed ? premise : goal(q.binder().domain(), _ -> inside.apply(Expr.TRUE), premise);
            visit(q.body(), inside, number);
        } else if (e instanceof Expr.Let let) {
            visit(let.body(), p -> around.apply(new Expr.Let(let.name(), let.value(), p, Span.NONE)), premise);
        }
    }

    private static Expr exists(Binder binder, Expr body) {
        return new Expr.Quantified(Quantifier.EXISTS, binder, body, Type.BOOL, Span.NONE);
    }

    /** Adds what stands in the text; what lowering made is no one's antecedent. */
    private OptionalInt goal(Expr antecedent, UnaryOperator<Expr> around, OptionalInt premise) {
        if (!antecedent.span().known()) {
            return premise;
        }
        Expr whole = around.apply(antecedent);
        boolean[] primed = {false};
        Shape.visit(whole, part -> primed[0] |= part instanceof Expr.Read read && read.primed());
        String text = antecedent.span().text().replaceAll("\\s+", " ").strip();
        goals.add(new Coverable(
                Kind.ANTECEDENT,
                List.of(text, property.name(), antecedent.type() instanceof Type.SetOf ? "empty" : "false"),
                antecedent.span(),
                premise,
                primed[0] ? new Sight.OfStep(whole) : new Sight.OfState(whole)));
        return OptionalInt.of(goals.size() - 1);
    }
}
