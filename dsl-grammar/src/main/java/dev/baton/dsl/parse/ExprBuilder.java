package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.grammar.BatonParser.ExprContext;
import dev.baton.dsl.syntax.BinderSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.ExprSyntax.BinaryWord;
import dev.baton.dsl.syntax.ExprSyntax.QuantifierWord;
import dev.baton.dsl.syntax.FieldValueSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.source.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;

/** Parse tree to syntax tree: expressions. */
final class ExprBuilder extends BatonBaseVisitor<ExprSyntax> {
    private final Nodes nodes;
    private final TypeBuilder types;

    ExprBuilder(Nodes nodes) {
        this.nodes = nodes;
        this.types = new TypeBuilder(nodes, this);
    }

    TypeBuilder types() {
        return types;
    }

    ExprSyntax expression(ExprContext expr) {
        return visit(expr);
    }

    List<ExprSyntax> arguments(BatonParser.ArgumentsContext arguments) {
        return all(arguments.expr());
    }

    List<BinderSyntax> binders(BatonParser.BindersContext binders) {
        return binders.binder().stream()
                .map(b -> new BinderSyntax(nodes.names(b.identifier()), visit(b.expr()), nodes.span(b)))
                .toList();
    }

    private List<ExprSyntax> all(List<ExprContext> expressions) {
        return expressions.stream().map(this::visit).toList();
    }

    @Override
    public ExprSyntax visitChildren(RuleNode node) {
        throw new AssertionError("no expression: " + node.getClass());
    }

    @Override
    public ExprSyntax visitPrimaryExpr(BatonParser.PrimaryExprContext expr) {
        return visit(expr.primary());
    }

    @Override
    public ExprSyntax visitDotExpr(BatonParser.DotExprContext expr) {
        return new ExprSyntax.Dot(visit(expr.expr()), nodes.name(expr.verbOrName()), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitIndexExpr(BatonParser.IndexExprContext expr) {
        return new ExprSyntax.Index(visit(expr.expr(0)), visit(expr.expr(1)), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitUnwrapExpr(BatonParser.UnwrapExprContext expr) {
        return new ExprSyntax.Unwrap(visit(expr.expr()), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitPrimedExpr(BatonParser.PrimedExprContext expr) {
        return new ExprSyntax.Primed(visit(expr.expr()), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitWithExpr(BatonParser.WithExprContext expr) {
        List<FieldValueSyntax> changes = expr.change().stream()
                .map(c -> new FieldValueSyntax(nodes.name(c.verbOrName()), visit(c.expr()), nodes.span(c)))
                .toList();
        return new ExprSyntax.With(visit(expr.expr()), changes, nodes.span(expr));
    }

    @Override
    public ExprSyntax visitNegateExpr(BatonParser.NegateExprContext expr) {
        return new ExprSyntax.Unary(ExprSyntax.UnaryWord.NEGATE, visit(expr.expr()), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitNotExpr(BatonParser.NotExprContext expr) {
        return new ExprSyntax.Unary(ExprSyntax.UnaryWord.NOT, visit(expr.expr()), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitTimesExpr(BatonParser.TimesExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitPlusExpr(BatonParser.PlusExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitRangeExpr(BatonParser.RangeExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitUnionExpr(BatonParser.UnionExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitCompareExpr(BatonParser.CompareExprContext expr) {
        noChain(expr);
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitIsExpr(BatonParser.IsExprContext expr) {
        noChain(expr);
        ParseTree what = expr.getChild(2);
        Name name = what instanceof BatonParser.IdentifierContext identifier
                ? nodes.name(identifier)
                : new Name(what.getText(), nodes.problems().at(expr.getStop()));
        return new ExprSyntax.Is(visit(expr.expr()), name, nodes.span(expr));
    }

    @Override
    public ExprSyntax visitAndExpr(BatonParser.AndExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitOrExpr(BatonParser.OrExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitImpliesExpr(BatonParser.ImpliesExprContext expr) {
        return binary(expr, expr.expr());
    }

    @Override
    public ExprSyntax visitIfExpr(BatonParser.IfExprContext expr) {
        return new ExprSyntax.If(visit(expr.expr(0)), visit(expr.expr(1)), visit(expr.expr(2)), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitQuantifiedExpr(BatonParser.QuantifiedExprContext expr) {
        String text = expr.quantifier().getText();
        QuantifierWord word = Arrays.stream(QuantifierWord.values())
                .filter(w -> w.text().equals(text))
                .findFirst()
                .orElseThrow();
        return new ExprSyntax.Quantified(word, binders(expr.binders()), visit(expr.expr()), nodes.span(expr));
    }

    @Override
    public ExprSyntax visitIntPrimary(BatonParser.IntPrimaryContext primary) {
        return new ExprSyntax.Int(nodes.number(primary.INT().getSymbol()), nodes.span(primary));
    }

    @Override
    public ExprSyntax visitTruthPrimary(BatonParser.TruthPrimaryContext primary) {
        return new ExprSyntax.Truth(primary.TRUE() != null, nodes.span(primary));
    }

    @Override
    public ExprSyntax visitSelfPrimary(BatonParser.SelfPrimaryContext primary) {
        return new ExprSyntax.Self(nodes.span(primary));
    }

    @Override
    public ExprSyntax visitNonePrimary(BatonParser.NonePrimaryContext primary) {
        return new ExprSyntax.None(nodes.span(primary));
    }

    @Override
    public ExprSyntax visitSomePrimary(BatonParser.SomePrimaryContext primary) {
        return new ExprSyntax.Some(visit(primary.expr()), nodes.span(primary));
    }

    @Override
    public ExprSyntax visitAllPrimary(BatonParser.AllPrimaryContext primary) {
        return new ExprSyntax.All(types.type(primary.type()), nodes.span(primary));
    }

    @Override
    public ExprSyntax visitBoolPrimary(BatonParser.BoolPrimaryContext primary) {
        return new ExprSyntax.Ref(nodes.name(primary), nodes.span(primary));
    }

    @Override
    public ExprSyntax visitCallPrimary(BatonParser.CallPrimaryContext primary) {
        return new ExprSyntax.Call(
                nodes.name(primary.identifier()), arguments(primary.arguments()), nodes.span(primary));
    }

    @Override
    public ExprSyntax visitMakePrimary(BatonParser.MakePrimaryContext primary) {
        List<FieldValueSyntax> fields = primary.fieldValue().stream()
                .map(f -> new FieldValueSyntax(nodes.name(f.verbOrName()), visit(f.expr()), nodes.span(f)))
                .toList();
        return new ExprSyntax.Make(nodes.name(primary.identifier()), fields, nodes.span(primary));
    }

    @Override
    public ExprSyntax visitNamePrimary(BatonParser.NamePrimaryContext primary) {
        return new ExprSyntax.Ref(nodes.name(primary.identifier()), nodes.span(primary));
    }

    @Override
    public ExprSyntax visitParenthesised(BatonParser.ParenthesisedContext primary) {
        return visit(primary.expr());
    }

    @Override
    public ExprSyntax visitSetPrimary(BatonParser.SetPrimaryContext set) {
        if (set.WHERE() != null) {
            Optional<In> in = in(set.expr(0), "where");
            return in.isEmpty()
                    ? new ExprSyntax.SetOf(List.of(), nodes.span(set))
                    : new ExprSyntax.Filter(in.get().name, in.get().domain, visit(set.expr(1)), nodes.span(set));
        }
        if (set.FOR() != null) {
            return new ExprSyntax.Image(visit(set.expr(0)), binders(set.binders()), nodes.span(set));
        }
        return new ExprSyntax.SetOf(all(set.expr()), nodes.span(set));
    }

    @Override
    public ExprSyntax visitSeqPrimary(BatonParser.SeqPrimaryContext seq) {
        if (seq.COLON() != null) {
            Optional<In> in = in(seq.expr(0), ":");
            return in.isEmpty()
                    ? new ExprSyntax.SeqOf(List.of(), nodes.span(seq))
                    : new ExprSyntax.MapOf(in.get().name, in.get().domain, visit(seq.expr(1)), nodes.span(seq));
        }
        return new ExprSyntax.SeqOf(all(seq.expr()), nodes.span(seq));
    }

    private record In(Name name, ExprSyntax domain) {}

    /** The {@code x in S} of <code>{ x in S where P }</code> and {@code [x in S: e]}, which parses as a comparison. */
    private Optional<In> in(ExprContext expr, String before) {
        boolean fits = expr instanceof BatonParser.CompareExprContext compare
                && compare.IN() != null
                && compare.expr(0) instanceof BatonParser.PrimaryExprContext name
                && name.primary() instanceof BatonParser.NamePrimaryContext;
        if (!fits) {
            nodes.problem(
                    Code.B0115,
                    nodes.span(expr),
                    before.equals(":") ? "a map is `[k in K: e]`" : "a subset is `{ x in S where P }`",
                    before);
            return Optional.empty();
        }
        BatonParser.CompareExprContext compare = (BatonParser.CompareExprContext) expr;
        return Optional.of(new In(nodes.name(compare.expr(0)), visit(compare.expr(1))));
    }

    private ExprSyntax binary(ParserRuleContext whole, List<ExprContext> operands) {
        return new ExprSyntax.Binary(
                operator(whole.getChild(1)), visit(operands.get(0)), visit(operands.get(1)), nodes.span(whole));
    }

    static BinaryWord operator(ParseTree token) {
        String text = token.getText();
        return Arrays.stream(BinaryWord.values())
                .filter(w -> w.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Comparisons in parentheses may be compared; {@code a < b < c} means something else to everybody. */
    private void noChain(ExprContext expr) {
        for (ParseTree child : expr.children) {
            if (child instanceof BatonParser.CompareExprContext || child instanceof BatonParser.IsExprContext) {
                String inner = ((ExprContext) child).getChild(1).getText();
                String outer = expr.getChild(1).getText();
                boolean ordered = inner.startsWith("<") || inner.startsWith(">");
                nodes.problem(
                        Code.B0112,
                        nodes.span(expr),
                        ordered ? "write `a < b and b < c`" : "put one of them in parentheses",
                        inner,
                        outer);
                return;
            }
        }
    }
}
