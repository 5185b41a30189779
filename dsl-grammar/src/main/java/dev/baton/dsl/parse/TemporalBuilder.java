package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.TemporalSyntax;
import org.antlr.v4.runtime.tree.RuleNode;

/** Parse tree to syntax tree: what liveness properties ask. */
final class TemporalBuilder extends BatonBaseVisitor<TemporalSyntax> {
    private final Nodes nodes;
    private final ExprBuilder expressions;

    TemporalBuilder(Nodes nodes, ExprBuilder expressions) {
        this.nodes = nodes;
        this.expressions = expressions;
    }

    @Override
    public TemporalSyntax visitChildren(RuleNode node) {
        throw new AssertionError("nothing temporal: " + node.getClass());
    }

    @Override
    public TemporalSyntax visitForallTemporal(BatonParser.ForallTemporalContext t) {
        return new TemporalSyntax.ForAll(expressions.binders(t.binders()), visit(t.temporal()), nodes.span(t));
    }

    @Override
    public TemporalSyntax visitEventuallyAlways(BatonParser.EventuallyAlwaysContext t) {
        return new TemporalSyntax.EventuallyAlways(expressions.expression(t.expr()), nodes.span(t));
    }

    @Override
    public TemporalSyntax visitEventually(BatonParser.EventuallyContext t) {
        return new TemporalSyntax.Eventually(expressions.expression(t.expr()), nodes.span(t));
    }

    @Override
    public TemporalSyntax visitAlwaysEventually(BatonParser.AlwaysEventuallyContext t) {
        return new TemporalSyntax.AlwaysEventually(expressions.expression(t.expr()), nodes.span(t));
    }

    @Override
    public TemporalSyntax visitLeadsToOrUntil(BatonParser.LeadsToOrUntilContext t) {
        ExprSyntax left = expressions.expression(t.expr(0));
        ExprSyntax right = expressions.expression(t.expr(1));
        return t.LEADS() != null
                ? new TemporalSyntax.LeadsTo(left, right, nodes.span(t))
                : new TemporalSyntax.Until(left, right, nodes.span(t));
    }
}
