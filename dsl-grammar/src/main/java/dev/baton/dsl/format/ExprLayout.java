package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;
import static dev.baton.dsl.format.Doc.nest;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.grammar.BatonParser.ExprContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How expressions are written. */
final class ExprLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final ListLayout lists;
    private final TypeLayout types;

    ExprLayout(TokenDocs tokens) {
        this.tokens = tokens;
        this.lists = new ListLayout(tokens);
        this.types = new TypeLayout(tokens, this);
    }

    /** An expression whose broken lines are indented by what is around it. */
    Doc expression(ExprContext expr) {
        return isChain(expr) ? group(concat(chain(expr))) : visit(expr);
    }

    /** An expression behind something on the same line, whose broken lines are further in. */
    Doc hanging(ExprContext expr, int blanks) {
        if (!isChain(expr)) {
            return visit(expr);
        }
        List<Doc> all = chain(expr);
        return group(all.getFirst(), nest(blanks, concat(all.subList(1, all.size()))));
    }

    /** A type, or a bound of one. */
    Doc type(ParserRuleContext type) {
        return types.visit(type);
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        throw new AssertionError("no layout: " + node.getClass());
    }

    // ------------------------------------------------------------------------------------------------ operators

    private static boolean isChain(ParseTree expr) {
        return switch (expr) {
            case BatonParser.TimesExprContext e -> true;
            case BatonParser.PlusExprContext e -> true;
            case BatonParser.UnionExprContext e -> true;
            case BatonParser.CompareExprContext e -> true;
            case BatonParser.AndExprContext e -> true;
            case BatonParser.OrExprContext e -> true;
            default -> false;
        };
    }

    /** {@code a and b and c} is one list: either all of its operators end a line or none does. */
    private List<Doc> chain(ExprContext expr) {
        ExprContext left = (ExprContext) expr.getChild(0);
        List<Doc> all = left.getClass() == expr.getClass() ? chain(left) : new ArrayList<>(List.of(visit(left)));
        all.add(SPACE);
        all.add(tokens.of((TerminalNode) expr.getChild(1)));
        all.add(LINE);
        all.add(visit(expr.getChild(2)));
        return all;
    }

    private Doc inner(ExprContext expr) {
        return hanging(expr, 2);
    }

    @Override
    public Doc visitTimesExpr(BatonParser.TimesExprContext e) {
        return inner(e);
    }

    @Override
    public Doc visitPlusExpr(BatonParser.PlusExprContext e) {
        return inner(e);
    }

    @Override
    public Doc visitUnionExpr(BatonParser.UnionExprContext e) {
        return inner(e);
    }

    @Override
    public Doc visitCompareExpr(BatonParser.CompareExprContext e) {
        return inner(e);
    }

    @Override
    public Doc visitAndExpr(BatonParser.AndExprContext e) {
        return inner(e);
    }

    @Override
    public Doc visitOrExpr(BatonParser.OrExprContext e) {
        return inner(e);
    }

    @Override
    public Doc visitImpliesExpr(BatonParser.ImpliesExprContext e) {
        return group(visit(e.expr(0)), SPACE, tokens.of(e.IMPLIES()), nest(2, LINE, expression(e.expr(1))));
    }

    @Override
    public Doc visitRangeExpr(BatonParser.RangeExprContext e) {
        return concat(visit(e.expr(0)), tokens.of(e.DOT_DOT()), visit(e.expr(1)));
    }

    @Override
    public Doc visitIsExpr(BatonParser.IsExprContext e) {
        Doc target = visit(e.expr());
        return concat(target, SPACE, tokens.of(e.IS()), SPACE, tokens.of(e.getStop()));
    }

    @Override
    public Doc visitNegateExpr(BatonParser.NegateExprContext e) {
        return concat(tokens.of(e.MINUS()), visit(e.expr()));
    }

    @Override
    public Doc visitNotExpr(BatonParser.NotExprContext e) {
        return concat(tokens.of(e.NOT()), SPACE, visit(e.expr()));
    }

    @Override
    public Doc visitIfExpr(BatonParser.IfExprContext e) {
        Doc condition = concat(tokens.of(e.IF()), SPACE, visit(e.expr(0)));
        Doc then = concat(tokens.of(e.THEN()), SPACE, visit(e.expr(1)));
        Doc otherwise = concat(tokens.of(e.ELSE()), SPACE, visit(e.expr(2)));
        return group(condition, nest(2, LINE, then, LINE, otherwise));
    }

    @Override
    public Doc visitQuantifiedExpr(BatonParser.QuantifiedExprContext e) {
        Doc head = concat(tokens.of(e.quantifier()), SPACE, visit(e.binders()), tokens.of(e.COLON()));
        return group(head, nest(2, LINE, expression(e.expr())));
    }

    @Override
    public Doc visitBinders(BatonParser.BindersContext binders) {
        return concat(lists.separated(binders.binder(), binders.COMMA(), this::visit));
    }

    @Override
    public Doc visitBinder(BatonParser.BinderContext binder) {
        return concat(
                concat(lists.separated(binder.identifier(), binder.COMMA(), this::visit)),
                SPACE,
                tokens.of(binder.IN()),
                SPACE,
                visit(binder.expr()));
    }

    // ------------------------------------------------------------------------------------------------- operands

    @Override
    public Doc visitPrimaryExpr(BatonParser.PrimaryExprContext e) {
        return visit(e.primary());
    }

    @Override
    public Doc visitDotExpr(BatonParser.DotExprContext e) {
        return concat(visit(e.expr()), tokens.of(e.DOT()), visit(e.verbOrName()));
    }

    @Override
    public Doc visitIndexExpr(BatonParser.IndexExprContext e) {
        return concat(visit(e.expr(0)), tokens.of(e.LBRACKET()), visit(e.expr(1)), tokens.of(e.RBRACKET()));
    }

    @Override
    public Doc visitUnwrapExpr(BatonParser.UnwrapExprContext e) {
        return concat(visit(e.expr()), tokens.of(e.BANG()));
    }

    @Override
    public Doc visitPrimedExpr(BatonParser.PrimedExprContext e) {
        return concat(visit(e.expr()), tokens.of(e.PRIME()));
    }

    @Override
    public Doc visitWithExpr(BatonParser.WithExprContext e) {
        Doc base = concat(visit(e.expr()), SPACE, tokens.of(e.WITH()), SPACE);
        return concat(base, lists.braces(e.LBRACE(), e.change(), e.COMMA(), e.RBRACE(), false, this::visit));
    }

    @Override
    public Doc visitChange(BatonParser.ChangeContext change) {
        return concat(visit(change.verbOrName()), SPACE, tokens.of(change.ASSIGN()), SPACE, visit(change.expr()));
    }

    @Override
    public Doc visitIntPrimary(BatonParser.IntPrimaryContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitTruthPrimary(BatonParser.TruthPrimaryContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitSelfPrimary(BatonParser.SelfPrimaryContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitNonePrimary(BatonParser.NonePrimaryContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitBoolPrimary(BatonParser.BoolPrimaryContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitNamePrimary(BatonParser.NamePrimaryContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitIdentifier(BatonParser.IdentifierContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitVerbOrName(BatonParser.VerbOrNameContext e) {
        return tokens.of(e);
    }

    @Override
    public Doc visitSomePrimary(BatonParser.SomePrimaryContext e) {
        return concat(
                tokens.of(e.SOME()), lists.list(e.LPAREN(), List.of(e.expr()), List.of(), e.RPAREN(), this::visit));
    }

    @Override
    public Doc visitAllPrimary(BatonParser.AllPrimaryContext e) {
        return concat(tokens.of(e.ALL()), tokens.of(e.LPAREN()), type(e.type()), tokens.of(e.RPAREN()));
    }

    @Override
    public Doc visitCallPrimary(BatonParser.CallPrimaryContext e) {
        return concat(visit(e.identifier()), visit(e.arguments()));
    }

    @Override
    public Doc visitArguments(BatonParser.ArgumentsContext e) {
        return lists.list(e.LPAREN(), e.expr(), e.COMMA(), e.RPAREN(), this::visit);
    }

    @Override
    public Doc visitMakePrimary(BatonParser.MakePrimaryContext e) {
        Doc name = concat(visit(e.identifier()), SPACE);
        return concat(name, lists.braces(e.LBRACE(), e.fieldValue(), e.COMMA(), e.RBRACE(), false, this::visit));
    }

    @Override
    public Doc visitFieldValue(BatonParser.FieldValueContext field) {
        return concat(visit(field.verbOrName()), tokens.of(field.COLON()), SPACE, visit(field.expr()));
    }

    @Override
    public Doc visitParenthesised(BatonParser.ParenthesisedContext e) {
        return concat(tokens.of(e.LPAREN()), nest(1, expression(e.expr())), tokens.of(e.RPAREN()));
    }

    @Override
    public Doc visitSetPrimary(BatonParser.SetPrimaryContext e) {
        if (e.WHERE() == null && e.FOR() == null) {
            return lists.list(e.LBRACE(), e.expr(), e.COMMA(), e.RBRACE(), this::visit);
        }
        Doc opening = tokens.of(e.LBRACE());
        Doc first = visit(e.expr(0));
        Doc second = e.WHERE() != null
                ? concat(tokens.of(e.WHERE()), SPACE, visit(e.expr(1)))
                : concat(tokens.of(e.FOR()), SPACE, visit(e.binders()));
        return group(opening, nest(2, LINE, first, LINE, second), LINE, tokens.of(e.RBRACE()));
    }

    @Override
    public Doc visitSeqPrimary(BatonParser.SeqPrimaryContext e) {
        if (e.COLON() == null) {
            return lists.list(e.LBRACKET(), e.expr(), e.COMMA(), e.RBRACKET(), this::visit);
        }
        Doc head = concat(tokens.of(e.LBRACKET()), visit(e.expr(0)), tokens.of(e.COLON()));
        return group(head, nest(2, LINE, expression(e.expr(1))), tokens.of(e.RBRACKET()));
    }
}
