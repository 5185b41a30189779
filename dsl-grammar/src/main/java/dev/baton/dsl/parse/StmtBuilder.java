package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.ArmSyntax;
import dev.baton.dsl.syntax.BlockSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PatternSyntax;
import dev.baton.dsl.syntax.StmtSyntax;
import dev.baton.dsl.syntax.StmtSyntax.AssignWord;
import dev.baton.dsl.syntax.TestSyntax;
import dev.baton.dsl.syntax.VariableSyntax;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Parse tree to syntax tree: statements. */
final class StmtBuilder extends BatonBaseVisitor<StmtSyntax> {
    private final Nodes nodes;
    private final ExprBuilder expressions;
    private final PatternBuilder patterns;

    StmtBuilder(Nodes nodes, ExprBuilder expressions) {
        this.nodes = nodes;
        this.expressions = expressions;
        this.patterns = new PatternBuilder(nodes);
    }

    BlockSyntax block(BatonParser.BlockContext block) {
        return new BlockSyntax(block.statement().stream().map(this::visit).toList(), nodes.span(block));
    }

    PatternSyntax pattern(BatonParser.PatternContext pattern) {
        return patterns.visit(pattern);
    }

    VariableSyntax variable(BatonParser.VariableContext variable, Optional<String> doc) {
        return new VariableSyntax(
                nodes.name(variable.identifier()),
                variable.type().stream()
                        .limit(variable.type().size() - 1L)
                        .map(expressions.types()::type)
                        .toList(),
                expressions.types().type(variable.type().getLast()),
                optional(variable.expr()),
                doc,
                nodes.span(variable));
    }

    private ExprSyntax expr(BatonParser.ExprContext expr) {
        return expressions.expression(expr);
    }

    private Optional<ExprSyntax> optional(BatonParser.@Nullable ExprContext expr) {
        return Optional.ofNullable(expr).map(expressions::expression);
    }

    @Override
    public StmtSyntax visitChildren(RuleNode node) {
        throw new AssertionError("no statement: " + node.getClass());
    }

    @Override
    public StmtSyntax visitLabelledStmt(BatonParser.LabelledStmtContext s) {
        return new StmtSyntax.Labelled(nodes.name(s.identifier()), visit(s.statement()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitAssignStmt(BatonParser.AssignStmtContext s) {
        AssignWord op = s.ASSIGN() != null ? AssignWord.SET : s.PLUS_ASSIGN() != null ? AssignWord.ADD : AssignWord.SUB;
        return new StmtSyntax.Assign(place(s.place()), op, expr(s.expr()), nodes.span(s));
    }

    private ExprSyntax place(BatonParser.PlaceContext place) {
        ExprSyntax target = new ExprSyntax.Ref(nodes.name(place.identifier()), nodes.span(place.identifier()));
        Span start = target.span();
        if (place.children.size() > LimitedParser.MAX_DEPTH) {
            nodes.problem(
                    Code.B0106,
                    nodes.span(place),
                    "name parts of it with `let`",
                    "this is nested",
                    Integer.toString(LimitedParser.MAX_DEPTH));
            return target;
        }
        for (ParseTree child : place.children) {
            if (child instanceof BatonParser.VerbOrNameContext field) {
                target = new ExprSyntax.Dot(target, nodes.name(field), start.to(nodes.span(field)));
            } else if (child instanceof BatonParser.ExprContext index) {
                Span closing = nodes.problems().at(nodes.tokens().get(after(index)));
                target = new ExprSyntax.Index(target, expr(index), start.to(closing));
            }
        }
        return target;
    }

    private int after(ParserRuleContext context) {
        int i = context.getStop().getTokenIndex() + 1;
        while (nodes.tokens().get(i).getChannel() != 0) {
            i++;
        }
        return i;
    }

    @Override
    public StmtSyntax visitCallStmt(BatonParser.CallStmtContext s) {
        return new StmtSyntax.Call(nodes.name(s.identifier()), expressions.arguments(s.arguments()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitLetStmt(BatonParser.LetStmtContext s) {
        return new StmtSyntax.Let(nodes.name(s.identifier()), expr(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitVarStmt(BatonParser.VarStmtContext s) {
        return new StmtSyntax.Var(variable(s.variable(), nodes.doc(s)), nodes.span(s));
    }

    @Override
    public StmtSyntax visitIfStmt(BatonParser.IfStmtContext s) {
        return new StmtSyntax.If(
                test(s.test()), block(s.block(0)), otherwise(s.otherwiseIf(), s.block()), nodes.span(s));
    }

    private StmtSyntax elseIf(BatonParser.OtherwiseIfContext s) {
        return new StmtSyntax.If(
                test(s.test()), block(s.block(0)), otherwise(s.otherwiseIf(), s.block()), nodes.span(s));
    }

    private Optional<BlockSyntax> otherwise(
            BatonParser.@Nullable OtherwiseIfContext elseIf, List<BatonParser.BlockContext> blocks) {
        if (elseIf != null) {
            return Optional.of(new BlockSyntax(List.of(elseIf(elseIf)), nodes.span(elseIf)));
        }
        return blocks.size() > 1 ? Optional.of(block(blocks.get(1))) : Optional.empty();
    }

    private TestSyntax test(BatonParser.TestContext test) {
        Optional<PatternSyntax> pattern = Optional.ofNullable(test.pattern()).map(this::pattern);
        if (pattern.isPresent() && comparesByMistake(pattern.get())) {
            nodes.problem(
                    Code.B0104, nodes.problems().at(test.ASSIGN().getSymbol()), "`==` compares, `=` matches a pattern");
        }
        return new TestSyntax(pattern, expr(test.expr()), nodes.span(test));
    }

    /** {@code if x = 3}: a plain name in lower case would match anything. */
    private static boolean comparesByMistake(PatternSyntax pattern) {
        return switch (pattern) {
            case PatternSyntax.Named named ->
                !Character.isUpperCase(named.name().text().charAt(0));
            case PatternSyntax.Int n -> true;
            case PatternSyntax.Truth t -> true;
            case PatternSyntax.Some s -> false;
            case PatternSyntax.None n -> false;
            case PatternSyntax.Anything a -> false;
            case PatternSyntax.Bound b -> false;
            case PatternSyntax.Fields f -> false;
        };
    }

    @Override
    public StmtSyntax visitWhileStmt(BatonParser.WhileStmtContext s) {
        return new StmtSyntax.While(test(s.test()), block(s.block()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitLoopStmt(BatonParser.LoopStmtContext s) {
        return new StmtSyntax.Loop(block(s.block()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitForStmt(BatonParser.ForStmtContext s) {
        return new StmtSyntax.ForEach(nodes.name(s.identifier()), expr(s.expr()), block(s.block()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitMatchStmt(BatonParser.MatchStmtContext s) {
        return new StmtSyntax.Match(
                expr(s.expr()), s.arm().stream().map(this::arm).toList(), nodes.span(s));
    }

    private ArmSyntax arm(BatonParser.ArmContext arm) {
        BlockSyntax body = arm.block() != null
                ? block(arm.block())
                : new BlockSyntax(List.of(visit(arm.statement())), nodes.span(arm.statement()));
        return new ArmSyntax(
                Optional.ofNullable(arm.pattern()).map(this::pattern),
                body,
                nodes.problems().at(arm.getStart(), nodes.tokens().get(last(arm))));
    }

    /** The comma behind an arm does not belong to it. */
    private static int last(BatonParser.ArmContext arm) {
        ParserRuleContext body = arm.block() != null ? arm.block() : arm.statement();
        return body.getStop().getTokenIndex();
    }

    @Override
    public StmtSyntax visitAwaitStmt(BatonParser.AwaitStmtContext s) {
        return new StmtSyntax.Await(test(s.test()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitEitherStmt(BatonParser.EitherStmtContext s) {
        return new StmtSyntax.Either(s.block().stream().map(this::block).toList(), nodes.span(s));
    }

    @Override
    public StmtSyntax visitChooseStmt(BatonParser.ChooseStmtContext s) {
        return new StmtSyntax.Choose(nodes.name(s.identifier()), expr(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitSendStmt(BatonParser.SendStmtContext s) {
        return new StmtSyntax.Send(
                nodes.path(s.path()),
                expr(s.expr(0)),
                s.TO() == null ? Optional.empty() : Optional.of(expr(s.expr(1))),
                Optional.ofNullable(s.block()).map(this::block),
                nodes.span(s));
    }

    @Override
    public StmtSyntax visitReceiveStmt(BatonParser.ReceiveStmtContext s) {
        Optional<Name> from = Optional.ofNullable(s.identifier()).map(nodes::name);
        return new StmtSyntax.Receive(nodes.path(s.path()), pattern(s.pattern()), from, nodes.span(s));
    }

    @Override
    public StmtSyntax visitRaiseStmt(BatonParser.RaiseStmtContext s) {
        return new StmtSyntax.Raise(nodes.name(s.identifier()), optional(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitMaskStmt(BatonParser.MaskStmtContext s) {
        return new StmtSyntax.Mask(nodes.name(s.identifier()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitUnmaskStmt(BatonParser.UnmaskStmtContext s) {
        return new StmtSyntax.Unmask(nodes.name(s.identifier()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitFenceStmt(BatonParser.FenceStmtContext s) {
        return new StmtSyntax.Fence(nodes.span(s));
    }

    @Override
    public StmtSyntax visitStartStmt(BatonParser.StartStmtContext s) {
        return new StmtSyntax.Start(expr(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitHaltStmt(BatonParser.HaltStmtContext s) {
        return new StmtSyntax.Halt(nodes.span(s));
    }

    @Override
    public StmtSyntax visitUseStmt(BatonParser.UseStmtContext s) {
        return new StmtSyntax.Use(expr(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitGiveStmt(BatonParser.GiveStmtContext s) {
        return new StmtSyntax.Give(expr(s.expr(0)), expr(s.expr(1)), nodes.span(s));
    }

    @Override
    public StmtSyntax visitTakeStmt(BatonParser.TakeStmtContext s) {
        return new StmtSyntax.Take(expr(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitReleaseStmt(BatonParser.ReleaseStmtContext s) {
        TerminalNode assign = s.ASSIGN();
        return assign == null
                ? new StmtSyntax.Release(expr(s.expr(0)), nodes.span(s))
                : new StmtSyntax.ReleaseStore(expr(s.expr(0)), expr(s.expr(1)), nodes.span(s));
    }

    @Override
    public StmtSyntax visitAssertStmt(BatonParser.AssertStmtContext s) {
        return new StmtSyntax.Assert(expr(s.expr()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitAtomicStmt(BatonParser.AtomicStmtContext s) {
        return new StmtSyntax.Atomic(block(s.block()), nodes.span(s));
    }

    @Override
    public StmtSyntax visitSkipStmt(BatonParser.SkipStmtContext s) {
        return new StmtSyntax.Skip(nodes.span(s));
    }

    @Override
    public StmtSyntax visitBreakStmt(BatonParser.BreakStmtContext s) {
        return new StmtSyntax.Break(nodes.span(s));
    }

    @Override
    public StmtSyntax visitContinueStmt(BatonParser.ContinueStmtContext s) {
        return new StmtSyntax.Continue(nodes.span(s));
    }

    @Override
    public StmtSyntax visitReturnStmt(BatonParser.ReturnStmtContext s) {
        return new StmtSyntax.Return(nodes.span(s));
    }

    @Override
    public StmtSyntax visitGotoStmt(BatonParser.GotoStmtContext s) {
        return new StmtSyntax.Goto(nodes.name(s.identifier()), nodes.span(s));
    }
}
