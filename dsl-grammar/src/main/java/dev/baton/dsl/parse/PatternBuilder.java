package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.FieldPatternSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PatternSyntax;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** Parse tree to syntax tree: patterns. */
final class PatternBuilder extends BatonBaseVisitor<PatternSyntax> {
    private final Nodes nodes;

    PatternBuilder(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public PatternSyntax visitChildren(RuleNode node) {
        throw new AssertionError("no pattern: " + node.getClass());
    }

    @Override
    public PatternSyntax visitSomePattern(BatonParser.SomePatternContext pattern) {
        return new PatternSyntax.Some(binder(pattern.identifier()), nodes.span(pattern));
    }

    @Override
    public PatternSyntax visitNonePattern(BatonParser.NonePatternContext pattern) {
        return new PatternSyntax.None(nodes.span(pattern));
    }

    @Override
    public PatternSyntax visitFieldsPattern(BatonParser.FieldsPatternContext pattern) {
        return new PatternSyntax.Fields(
                nodes.name(pattern.identifier()),
                pattern.fieldPattern().stream().map(this::field).toList(),
                nodes.span(pattern));
    }

    private FieldPatternSyntax field(BatonParser.FieldPatternContext field) {
        Name name = nodes.name(field.verbOrName());
        Optional<Name> binder = field.identifier() == null ? Optional.of(name) : binder(field.identifier());
        return new FieldPatternSyntax(name, binder, nodes.span(field));
    }

    @Override
    public PatternSyntax visitBoundPattern(BatonParser.BoundPatternContext pattern) {
        Name variant = nodes.name(pattern.identifier(0));
        return binder(pattern.identifier(1))
                .<PatternSyntax>map(name -> new PatternSyntax.Bound(variant, name, nodes.span(pattern)))
                .orElseGet(() -> new PatternSyntax.Fields(variant, List.of(), nodes.span(pattern)));
    }

    @Override
    public PatternSyntax visitNamedPattern(BatonParser.NamedPatternContext pattern) {
        return binder(pattern.identifier())
                .<PatternSyntax>map(name -> new PatternSyntax.Named(name, nodes.span(pattern)))
                .orElseGet(() -> new PatternSyntax.Anything(nodes.span(pattern)));
    }

    @Override
    public PatternSyntax visitIntPattern(BatonParser.IntPatternContext pattern) {
        int number = nodes.number(pattern.INT().getSymbol());
        return new PatternSyntax.Int(pattern.MINUS() == null ? number : -number, nodes.span(pattern));
    }

    @Override
    public PatternSyntax visitTruthPattern(BatonParser.TruthPatternContext pattern) {
        return new PatternSyntax.Truth(pattern.TRUE() != null, nodes.span(pattern));
    }

    /** A name to bind; {@code _} binds none. */
    private Optional<Name> binder(ParserRuleContext identifier) {
        return identifier.getText().equals("_") ? Optional.empty() : Optional.of(nodes.name(identifier));
    }
}
