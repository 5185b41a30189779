package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SOFT;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;
import static dev.baton.dsl.format.Doc.nest;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.grammar.BatonParser.ExprContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How expressions and types are written. */
final class ExprLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;

    ExprLayout(TokenDocs tokens) {
        this.tokens = tokens;
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

    /** A list in brackets: on one line, or one element a line. */
    Doc list(
            TerminalNode open,
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            TerminalNode close,
            Function<ParserRuleContext, Doc> layout) {
        Doc opening = tokens.of(open);
        List<Doc> inside = elements(elements, commas, SOFT, layout);
        inside.addAll(danglers(close));
        return inside.isEmpty()
                ? concat(opening, tokens.of(close))
                : group(opening, nest(2, concat(inside)), SOFT, tokens.of(close));
    }

    /** A list in braces: {@code { a, b }}, or one element a line with a comma behind each. */
    Doc braces(
            TerminalNode open,
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            TerminalNode close,
            boolean broken,
            Function<ParserRuleContext, Doc> layout) {
        Doc opening = tokens.of(open);
        List<Doc> inside = elements(elements, commas, broken ? Doc.HARD : LINE, layout);
        if (!elements.isEmpty()) {
            inside.add(new Doc.Choice(",", ""));
        }
        inside.addAll(danglers(close));
        return inside.isEmpty()
                ? concat(opening, tokens.of(close))
                : group(opening, nest(2, concat(inside)), broken ? Doc.HARD : LINE, tokens.of(close));
    }

    private List<Doc> elements(
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            Doc first,
            Function<ParserRuleContext, Doc> layout) {
        List<Doc> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            all.add(i == 0 ? first : LINE);
            all.add(layout.apply(elements.get(i)));
            if (i < elements.size() - 1) {
                all.add(tokens.of(commas.get(i)));
            }
        }
        return all;
    }

    private List<Doc> danglers(TerminalNode close) {
        Doc gap = tokens.gapBefore(close.getSymbol());
        List<Doc> all = tokens.dangling(close.getSymbol());
        if (!all.isEmpty()) {
            all.addFirst(gap);
        }
        return all;
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
        return concat(separated(binders.binder(), binders.COMMA()));
    }

    @Override
    public Doc visitBinder(BatonParser.BinderContext binder) {
        return concat(
                concat(separated(binder.identifier(), binder.COMMA())),
                SPACE,
                tokens.of(binder.IN()),
                SPACE,
                visit(binder.expr()));
    }

    /** {@code a, b, c}, never broken. */
    List<Doc> separated(List<? extends ParserRuleContext> elements, List<TerminalNode> commas) {
        List<Doc> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            all.add(visit(elements.get(i)));
            if (i < elements.size() - 1) {
                all.add(tokens.of(commas.get(i)));
                all.add(SPACE);
            }
        }
        return all;
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
        return concat(base, braces(e.LBRACE(), e.change(), e.COMMA(), e.RBRACE(), false, this::visit));
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
        return concat(tokens.of(e.SOME()), list(e.LPAREN(), List.of(e.expr()), List.of(), e.RPAREN(), this::visit));
    }

    @Override
    public Doc visitAllPrimary(BatonParser.AllPrimaryContext e) {
        return concat(tokens.of(e.ALL()), tokens.of(e.LPAREN()), visit(e.type()), tokens.of(e.RPAREN()));
    }

    @Override
    public Doc visitCallPrimary(BatonParser.CallPrimaryContext e) {
        return concat(visit(e.identifier()), visit(e.arguments()));
    }

    @Override
    public Doc visitArguments(BatonParser.ArgumentsContext e) {
        return list(e.LPAREN(), e.expr(), e.COMMA(), e.RPAREN(), this::visit);
    }

    @Override
    public Doc visitMakePrimary(BatonParser.MakePrimaryContext e) {
        Doc name = concat(visit(e.identifier()), SPACE);
        return concat(name, braces(e.LBRACE(), e.fieldValue(), e.COMMA(), e.RBRACE(), false, this::visit));
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
            return list(e.LBRACE(), e.expr(), e.COMMA(), e.RBRACE(), this::visit);
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
            return list(e.LBRACKET(), e.expr(), e.COMMA(), e.RBRACKET(), this::visit);
        }
        Doc head = concat(tokens.of(e.LBRACKET()), visit(e.expr(0)), tokens.of(e.COLON()));
        return group(head, nest(2, LINE, expression(e.expr(1))), tokens.of(e.RBRACKET()));
    }

    // ---------------------------------------------------------------------------------------------------- types

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
        return concat(visit(bound.identifier()), visit(bound.arguments()));
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
