package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;
import static dev.baton.dsl.format.Doc.nest;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import org.antlr.v4.runtime.tree.RuleNode;

/** How properties are written, and what they say of time. */
final class PropertyLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final ExprLayout expressions;

    PropertyLayout(TokenDocs tokens, ExprLayout expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        throw new AssertionError("no layout: " + node.getClass());
    }

    @Override
    public Doc visitPropertyDecl(BatonParser.PropertyDeclContext d) {
        Doc head = concat(tokens.of(d.getStart()), SPACE, tokens.of(d.identifier()), tokens.of(d.COLON()));
        return group(head, nest(2, LINE, expressions.expression(d.expr())));
    }

    @Override
    public Doc visitTerminalDecl(BatonParser.TerminalDeclContext d) {
        return group(tokens.of(d.TERMINAL()), nest(2, LINE, expressions.expression(d.expr())));
    }

    @Override
    public Doc visitLivenessDecl(BatonParser.LivenessDeclContext d) {
        Doc head = concat(tokens.of(d.LIVENESS()), SPACE, tokens.of(d.identifier()), tokens.of(d.COLON()));
        return group(head, nest(2, LINE, visit(d.temporal())));
    }

    @Override
    public Doc visitForallTemporal(BatonParser.ForallTemporalContext t) {
        Doc head = concat(tokens.of(t.LEADING_FORALL()), SPACE, expressions.visit(t.binders()), tokens.of(t.COLON()));
        return group(head, nest(2, LINE, visit(t.temporal())));
    }

    @Override
    public Doc visitEventuallyAlways(BatonParser.EventuallyAlwaysContext t) {
        Doc head = concat(tokens.of(t.EVENTUALLY()), SPACE, tokens.of(t.ALWAYS()));
        return group(head, nest(2, LINE, expressions.expression(t.expr())));
    }

    @Override
    public Doc visitEventually(BatonParser.EventuallyContext t) {
        return group(tokens.of(t.EVENTUALLY()), nest(2, LINE, expressions.expression(t.expr())));
    }

    @Override
    public Doc visitAlwaysEventually(BatonParser.AlwaysEventuallyContext t) {
        Doc head = concat(tokens.of(t.ALWAYS()), SPACE, tokens.of(t.EVENTUALLY()));
        return group(head, nest(2, LINE, expressions.expression(t.expr())));
    }

    @Override
    public Doc visitLeadsToOrUntil(BatonParser.LeadsToOrUntilContext t) {
        Doc left = concat(expressions.expression(t.expr(0)), SPACE);
        Doc word = t.LEADS() != null ? concat(tokens.of(t.LEADS()), SPACE, tokens.of(t.TO())) : tokens.of(t.UNTIL());
        return group(left, word, nest(2, LINE, expressions.expression(t.expr(1))));
    }
}
