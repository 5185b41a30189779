package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;

/** What a {@code liveness} property asks. */
public sealed interface TemporalSyntax extends Syntax {

    /** {@code forall k in K: …} in front; a {@code forall} further in belongs to the expression. */
    record ForAll(List<BinderSyntax> binders, TemporalSyntax body, Span span) implements TemporalSyntax {
        public ForAll {
            binders = List.copyOf(binders);
        }
    }

    /** {@code eventually P}. */
    record Eventually(ExprSyntax predicate, Span span) implements TemporalSyntax {}

    /** {@code always eventually P}. */
    record AlwaysEventually(ExprSyntax predicate, Span span) implements TemporalSyntax {}

    /** {@code eventually always P}. */
    record EventuallyAlways(ExprSyntax predicate, Span span) implements TemporalSyntax {}

    /** {@code P leads to Q}. */
    record LeadsTo(ExprSyntax cause, ExprSyntax effect, Span span) implements TemporalSyntax {}

    /** {@code P until Q}. */
    record Until(ExprSyntax hold, ExprSyntax goal, Span span) implements TemporalSyntax {}
}
