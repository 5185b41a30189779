package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How types are written, and the bounds of ranges in them. */
final class TypeLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final ExprLayout expressions;

    TypeLayout(TokenDocs tokens, ExprLayout expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        throw new AssertionError("no layout: " + node.getClass());
    }

    @Override
    public Doc visitType(BatonParser.TypeContext type) {
        List<Doc> all = new ArrayList<>();
        for (int i = 0; i < type.optionType().size(); i++) {
            all.add(visit(type.optionType(i)));
            if (i < type.BAR().size()) {
                all.add(SPACE);
                all.add(tokens.of(type.BAR(i)));
                all.add(LINE);
            }
        }
        return group(concat(all));
    }

    @Override
    public Doc visitOptionType(BatonParser.OptionTypeContext type) {
        List<Doc> all = new ArrayList<>(List.of(visit(type.primaryType())));
        type.QUESTION().forEach(question -> all.add(tokens.of(question)));
        return concat(all);
    }

    @Override
    public Doc visitBoolType(BatonParser.BoolTypeContext type) {
        return tokens.of(type);
    }

    @Override
    public Doc visitSetType(BatonParser.SetTypeContext type) {
        return concat(tokens.of(type.SET()), tokens.of(type.LT()), visit(type.type()), tokens.of(type.GT()));
    }

    @Override
    public Doc visitSeqType(BatonParser.SeqTypeContext type) {
        Doc head = concat(tokens.of(type.SEQ()), tokens.of(type.LT()), visit(type.type()));
        return concat(head, tokens.of(type.COMMA()), SPACE, visit(type.bound()), tokens.of(type.GT()));
    }

    @Override
    public Doc visitRangeType(BatonParser.RangeTypeContext type) {
        Doc low = concat(visit(type.bound(0)), tokens.of(type.DOT_DOT()));
        return concat(low, type.STAR() != null ? tokens.of(type.STAR()) : visit(type.bound(1)));
    }

    @Override
    public Doc visitNamedType(BatonParser.NamedTypeContext type) {
        return tokens.of(type);
    }

    @Override
    public Doc visitParenthesisedType(BatonParser.ParenthesisedTypeContext type) {
        return concat(tokens.of(type.LPAREN()), visit(type.type()), tokens.of(type.RPAREN()));
    }

    @Override
    public Doc visitIntBound(BatonParser.IntBoundContext bound) {
        return tokens.of(bound);
    }

    @Override
    public Doc visitNameBound(BatonParser.NameBoundContext bound) {
        return tokens.of(bound);
    }

    @Override
    public Doc visitCallBound(BatonParser.CallBoundContext bound) {
        return concat(tokens.of(bound.identifier()), expressions.visit(bound.arguments()));
    }

    @Override
    public Doc visitParenthesisedBound(BatonParser.ParenthesisedBoundContext bound) {
        return concat(tokens.of(bound.LPAREN()), visit(bound.bound()), tokens.of(bound.RPAREN()));
    }

    @Override
    public Doc visitNegateBound(BatonParser.NegateBoundContext bound) {
        return concat(tokens.of(bound.MINUS()), visit(bound.bound()));
    }

    @Override
    public Doc visitTimesBound(BatonParser.TimesBoundContext bound) {
        return operation(bound);
    }

    @Override
    public Doc visitPlusBound(BatonParser.PlusBoundContext bound) {
        return operation(bound);
    }

    private Doc operation(ParserRuleContext bound) {
        return concat(
                visit(bound.getChild(0)),
                SPACE,
                tokens.of((TerminalNode) bound.getChild(1)),
                SPACE,
                visit(bound.getChild(2)));
    }
}
