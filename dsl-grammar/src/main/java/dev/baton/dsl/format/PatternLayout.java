package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;
import static dev.baton.dsl.format.Doc.nest;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.RuleNode;

/** How patterns are written. */
final class PatternLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;

    PatternLayout(TokenDocs tokens) {
        this.tokens = tokens;
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        throw new AssertionError("no layout: " + node.getClass());
    }

    @Override
    public Doc visitSomePattern(BatonParser.SomePatternContext p) {
        return tokens.of(p);
    }

    @Override
    public Doc visitNonePattern(BatonParser.NonePatternContext p) {
        return tokens.of(p);
    }

    @Override
    public Doc visitFieldsPattern(BatonParser.FieldsPatternContext p) {
        Doc name = concat(tokens.of(p.identifier()), SPACE, tokens.of(p.LBRACE()));
        List<Doc> fields = new ArrayList<>();
        for (int i = 0; i < p.fieldPattern().size(); i++) {
            fields.add(LINE);
            fields.add(visit(p.fieldPattern(i)));
            if (i < p.fieldPattern().size() - 1) {
                fields.add(tokens.of(p.COMMA(i)));
            }
        }
        Doc end = fields.isEmpty() ? Doc.EMPTY : LINE;
        return group(name, nest(2, concat(fields)), end, tokens.of(p.RBRACE()));
    }

    @Override
    public Doc visitFieldPattern(BatonParser.FieldPatternContext field) {
        Doc name = tokens.of(field.verbOrName());
        return field.COLON() == null
                ? name
                : concat(name, tokens.of(field.COLON()), SPACE, tokens.of(field.identifier()));
    }

    @Override
    public Doc visitBoundPattern(BatonParser.BoundPatternContext p) {
        return concat(tokens.of(p.identifier(0)), SPACE, tokens.of(p.identifier(1)));
    }

    @Override
    public Doc visitNamedPattern(BatonParser.NamedPatternContext p) {
        return tokens.of(p);
    }

    @Override
    public Doc visitIntPattern(BatonParser.IntPatternContext p) {
        return tokens.of(p);
    }

    @Override
    public Doc visitTruthPattern(BatonParser.TruthPatternContext p) {
        return tokens.of(p);
    }
}
