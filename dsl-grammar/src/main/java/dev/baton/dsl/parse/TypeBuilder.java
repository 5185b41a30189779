package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.ExprSyntax.BinaryWord;
import dev.baton.dsl.syntax.TypeSyntax;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** Parse tree to syntax tree: types, and the expressions that bound them. */
final class TypeBuilder extends BatonBaseVisitor<TypeSyntax> {
    private final Nodes nodes;
    private final ExprBuilder expressions;
    private final Bounds bounds = new Bounds();

    TypeBuilder(Nodes nodes, ExprBuilder expressions) {
        this.nodes = nodes;
        this.expressions = expressions;
    }

    TypeSyntax type(ParserRuleContext context) {
        return visit(context);
    }

    @Override
    public TypeSyntax visitChildren(RuleNode node) {
        throw new AssertionError("no type: " + node.getClass());
    }

    @Override
    public TypeSyntax visitType(BatonParser.TypeContext type) {
        List<TypeSyntax> alternatives =
                type.optionType().stream().map(this::visit).toList();
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : new TypeSyntax.Union(alternatives, nodes.span(type));
    }

    @Override
    public TypeSyntax visitOptionType(BatonParser.OptionTypeContext option) {
        TypeSyntax type = visit(option.primaryType());
        // Two are one too many already.
        for (int i = 0; i < Math.min(2, option.QUESTION().size()); i++) {
            type = new TypeSyntax.Option(type, nodes.span(option));
        }
        return type;
    }

    @Override
    public TypeSyntax visitBoolType(BatonParser.BoolTypeContext bool) {
        return new TypeSyntax.Bool(nodes.span(bool));
    }

    @Override
    public TypeSyntax visitSetType(BatonParser.SetTypeContext set) {
        return new TypeSyntax.SetOf(visit(set.type()), nodes.span(set));
    }

    @Override
    public TypeSyntax visitSeqType(BatonParser.SeqTypeContext seq) {
        return new TypeSyntax.SeqOf(visit(seq.type()), bounds.visit(seq.bound()), nodes.span(seq));
    }

    @Override
    public TypeSyntax visitRangeType(BatonParser.RangeTypeContext range) {
        ExprSyntax low = bounds.visit(range.bound(0));
        return range.STAR() != null
                ? new TypeSyntax.OpenRange(low, nodes.span(range))
                : new TypeSyntax.Range(low, bounds.visit(range.bound(1)), nodes.span(range));
    }

    @Override
    public TypeSyntax visitNamedType(BatonParser.NamedTypeContext named) {
        return new TypeSyntax.Named(nodes.name(named.identifier()), nodes.span(named));
    }

    @Override
    public TypeSyntax visitParenthesisedType(BatonParser.ParenthesisedTypeContext type) {
        return visit(type.type());
    }

    private final class Bounds extends BatonBaseVisitor<ExprSyntax> {
        @Override
        public ExprSyntax visitChildren(RuleNode node) {
            throw new AssertionError("no bound: " + node.getClass());
        }

        @Override
        public ExprSyntax visitIntBound(BatonParser.IntBoundContext bound) {
            return new ExprSyntax.Int(nodes.number(bound.INT().getSymbol()), nodes.span(bound));
        }

        @Override
        public ExprSyntax visitCallBound(BatonParser.CallBoundContext bound) {
            return new ExprSyntax.Call(
                    nodes.name(bound.identifier()), expressions.arguments(bound.arguments()), nodes.span(bound));
        }

        @Override
        public ExprSyntax visitNameBound(BatonParser.NameBoundContext bound) {
            return new ExprSyntax.Ref(nodes.name(bound.identifier()), nodes.span(bound));
        }

        @Override
        public ExprSyntax visitParenthesisedBound(BatonParser.ParenthesisedBoundContext bound) {
            return visit(bound.bound());
        }

        @Override
        public ExprSyntax visitNegateBound(BatonParser.NegateBoundContext bound) {
            return new ExprSyntax.Unary(ExprSyntax.UnaryWord.NEGATE, visit(bound.bound()), nodes.span(bound));
        }

        @Override
        public ExprSyntax visitTimesBound(BatonParser.TimesBoundContext bound) {
            return binary(bound, bound.bound(0), bound.bound(1));
        }

        @Override
        public ExprSyntax visitPlusBound(BatonParser.PlusBoundContext bound) {
            return binary(bound, bound.bound(0), bound.bound(1));
        }

        private ExprSyntax binary(
                ParserRuleContext whole, BatonParser.BoundContext left, BatonParser.BoundContext right) {
            BinaryWord op = ExprBuilder.operator(whole.getChild(1));
            return new ExprSyntax.Binary(op, visit(left), visit(right), nodes.span(whole));
        }
    }
}
