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
import org.jspecify.annotations.Nullable;

/** How statements and patterns are written. */
final class StmtLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final ExprLayout expressions;
    private final Blocks blocks;

    StmtLayout(TokenDocs tokens, ExprLayout expressions, Blocks blocks) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.blocks = blocks;
    }

    /** A block whose lines belong to the group around it. */
    Doc block(BatonParser.BlockContext block, boolean oneLine) {
        return blocks.block(open(block), block.statement(), block.RBRACE(), oneLine, this::visit);
    }

    static TerminalNode open(BatonParser.BlockContext block) {
        return (TerminalNode) block.getChild(0);
    }

    Doc variable(BatonParser.VariableContext variable) {
        List<Doc> all = new ArrayList<>();
        for (ParseTree child : variable.children) {
            switch (child) {
                case ExprContext first -> all.add(expressions.hanging(first, 2));
                case ParserRuleContext part -> all.add(expressions.visit(part));
                case TerminalNode sign -> {
                    boolean assign = sign.getSymbol().getType() == BatonParser.ASSIGN;
                    if (assign) {
                        all.add(SPACE);
                    }
                    all.add(tokens.of(sign));
                    if (assign || sign.getSymbol().getType() == BatonParser.COLON) {
                        all.add(SPACE);
                    }
                }
                default -> throw new AssertionError(child.getClass());
            }
        }
        return concat(all);
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        throw new AssertionError("no layout: " + node.getClass());
    }

    /**
     * Words, names and expressions with one blank between each two; the further lines of an expression are indented.
     */
    private Doc words(ParserRuleContext statement) {
        List<Doc> all = new ArrayList<>();
        for (ParseTree child : statement.children) {
            if (!all.isEmpty()) {
                all.add(SPACE);
            }
            all.add(
                    switch (child) {
                        case TerminalNode word -> tokens.of(word);
                        case ExprContext expr -> expressions.hanging(expr, 2);
                        case BatonParser.IdentifierContext name -> tokens.of(name);
                        default -> visit(child);
                    });
        }
        return concat(all);
    }

    @Override
    public Doc visitLabelledStmt(BatonParser.LabelledStmtContext s) {
        return concat(tokens.of(s.identifier()), tokens.of(s.COLON()), SPACE, visit(s.statement()));
    }

    @Override
    public Doc visitAssignStmt(BatonParser.AssignStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitPlace(BatonParser.PlaceContext place) {
        List<Doc> all = new ArrayList<>();
        for (ParseTree child : place.children) {
            all.add(child instanceof TerminalNode sign ? tokens.of(sign) : expressions.visit(child));
        }
        return concat(all);
    }

    @Override
    public Doc visitCallStmt(BatonParser.CallStmtContext s) {
        return concat(tokens.of(s.identifier()), expressions.visit(s.arguments()));
    }

    @Override
    public Doc visitLetStmt(BatonParser.LetStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitVarStmt(BatonParser.VarStmtContext s) {
        return concat(tokens.of(s.VAR()), SPACE, variable(s.variable()));
    }

    @Override
    public Doc visitIfStmt(BatonParser.IfStmtContext s) {
        boolean oneLine = Blocks.oneLine(open(s.block(0)), lastBlock(s).RBRACE());
        Doc all = branches(s.IF(), s.test(), s.block(), s.ELSE(), s.otherwiseIf(), oneLine);
        return oneLine ? group(all) : all;
    }

    private static BatonParser.BlockContext lastBlock(BatonParser.IfStmtContext s) {
        BatonParser.OtherwiseIfContext elseIf = s.otherwiseIf();
        if (elseIf == null) {
            return s.block().getLast();
        }
        while (elseIf.otherwiseIf() != null) {
            elseIf = elseIf.otherwiseIf();
        }
        return elseIf.block().getLast();
    }

    private Doc branches(
            TerminalNode word,
            BatonParser.TestContext test,
            List<BatonParser.BlockContext> both,
            @Nullable TerminalNode otherwise,
            BatonParser.@Nullable OtherwiseIfContext elseIf,
            boolean oneLine) {
        Doc head = concat(tokens.of(word), SPACE, visit(test), SPACE, block(both.getFirst(), oneLine));
        if (otherwise == null) {
            return head;
        }
        Doc link = concat(SPACE, tokens.of(otherwise), SPACE);
        Doc rest = elseIf == null
                ? block(both.getLast(), oneLine)
                : branches(elseIf.IF(), elseIf.test(), elseIf.block(), elseIf.ELSE(), elseIf.otherwiseIf(), oneLine);
        return concat(head, link, rest);
    }

    @Override
    public Doc visitTest(BatonParser.TestContext test) {
        if (test.pattern() == null) {
            return expressions.hanging(test.expr(), 4);
        }
        Doc pattern = concat(visit(test.pattern()), SPACE, tokens.of(test.ASSIGN()), SPACE);
        return concat(pattern, expressions.hanging(test.expr(), 4));
    }

    /** {@code head { … }} with one block, which stays on one line if it was. */
    private Doc headed(Doc head, BatonParser.BlockContext block) {
        boolean oneLine = Blocks.oneLine(open(block), block.RBRACE());
        Doc all = concat(head, SPACE, block(block, oneLine));
        return oneLine ? group(all) : all;
    }

    @Override
    public Doc visitWhileStmt(BatonParser.WhileStmtContext s) {
        return headed(concat(tokens.of(s.WHILE()), SPACE, visit(s.test())), s.block());
    }

    @Override
    public Doc visitLoopStmt(BatonParser.LoopStmtContext s) {
        return headed(tokens.of(s.LOOP()), s.block());
    }

    @Override
    public Doc visitForStmt(BatonParser.ForStmtContext s) {
        Doc name = concat(tokens.of(s.FOR()), SPACE, tokens.of(s.identifier()), SPACE, tokens.of(s.IN()), SPACE);
        return headed(concat(name, expressions.hanging(s.expr(), 4)), s.block());
    }

    @Override
    public Doc visitMatchStmt(BatonParser.MatchStmtContext s) {
        Doc head = concat(tokens.of(s.MATCH()), SPACE, expressions.hanging(s.expr(), 4), SPACE);
        TerminalNode open = s.LBRACE() != null ? s.LBRACE() : s.HEAD_BRACE();
        return concat(head, blocks.block(open, s.arm(), s.RBRACE(), false, this::visit));
    }

    @Override
    public Doc visitArm(BatonParser.ArmContext arm) {
        Doc pattern = arm.pattern() == null ? tokens.of(arm.ELSE()) : visit(arm.pattern());
        Doc head = concat(pattern, SPACE, tokens.of(arm.FAT_ARROW()));
        return arm.block() == null ? concat(head, SPACE, visit(arm.statement())) : headed(head, arm.block());
    }

    @Override
    public Doc visitAwaitStmt(BatonParser.AwaitStmtContext s) {
        return concat(tokens.of(s.AWAIT()), SPACE, visit(s.test()));
    }

    @Override
    public Doc visitEitherStmt(BatonParser.EitherStmtContext s) {
        boolean oneLine = Blocks.oneLine(open(s.block(0)), s.block().getLast().RBRACE());
        List<Doc> all = new ArrayList<>(List.of(tokens.of(s.EITHER()), SPACE, block(s.block(0), oneLine)));
        for (int i = 1; i < s.block().size(); i++) {
            all.addAll(List.of(SPACE, tokens.of(s.OR(i - 1)), SPACE, block(s.block(i), oneLine)));
        }
        return oneLine ? group(concat(all)) : concat(all);
    }

    @Override
    public Doc visitChooseStmt(BatonParser.ChooseStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitSendStmt(BatonParser.SendStmtContext s) {
        Doc head = concat(
                tokens.of(s.SEND()),
                SPACE,
                tokens.of(s.path()),
                expressions.list(s.LPAREN(), List.of(s.expr(0)), List.of(), s.RPAREN(), expressions::visit));
        Doc to =
                s.TO() == null ? Doc.EMPTY : concat(SPACE, tokens.of(s.TO()), SPACE, expressions.hanging(s.expr(1), 2));
        return s.ELSE() == null ? concat(head, to) : headed(concat(head, to, SPACE, tokens.of(s.ELSE())), s.block());
    }

    @Override
    public Doc visitReceiveStmt(BatonParser.ReceiveStmtContext s) {
        Doc head = concat(tokens.of(s.RECEIVE()), SPACE, message(s.path(), s.LPAREN(), s.pattern(), s.RPAREN()));
        return concat(head, from(s.FROM(), s.identifier()));
    }

    Doc message(
            BatonParser.PathContext path, TerminalNode open, BatonParser.PatternContext pattern, TerminalNode close) {
        return concat(tokens.of(path), tokens.of(open), visit(pattern), tokens.of(close));
    }

    Doc from(@Nullable TerminalNode from, BatonParser.@Nullable IdentifierContext name) {
        return from == null || name == null ? Doc.EMPTY : concat(SPACE, tokens.of(from), SPACE, tokens.of(name));
    }

    @Override
    public Doc visitRaiseStmt(BatonParser.RaiseStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitMaskStmt(BatonParser.MaskStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitUnmaskStmt(BatonParser.UnmaskStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitFenceStmt(BatonParser.FenceStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitStartStmt(BatonParser.StartStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitHaltStmt(BatonParser.HaltStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitUseStmt(BatonParser.UseStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitGiveStmt(BatonParser.GiveStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitTakeStmt(BatonParser.TakeStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitReleaseStmt(BatonParser.ReleaseStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitAssertStmt(BatonParser.AssertStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitAtomicStmt(BatonParser.AtomicStmtContext s) {
        return headed(tokens.of(s.ATOMIC()), s.block());
    }

    @Override
    public Doc visitSkipStmt(BatonParser.SkipStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitBreakStmt(BatonParser.BreakStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitContinueStmt(BatonParser.ContinueStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitReturnStmt(BatonParser.ReturnStmtContext s) {
        return words(s);
    }

    @Override
    public Doc visitGotoStmt(BatonParser.GotoStmtContext s) {
        return words(s);
    }

    // ------------------------------------------------------------------------------------------------- patterns

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
