package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;

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

/** How statements are written. */
final class StmtLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final ExprLayout expressions;
    private final Blocks blocks;
    private final ListLayout lists;
    private final PatternLayout patterns;

    StmtLayout(TokenDocs tokens, ExprLayout expressions, Blocks blocks) {
        this.lists = new ListLayout(tokens);
        this.patterns = new PatternLayout(tokens);
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
                case BatonParser.TypeContext type -> all.add(expressions.type(type));
                case ParserRuleContext name -> all.add(tokens.of(name));
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

    /** Most statements. */
    @Override
    public Doc visitChildren(RuleNode node) {
        return words((ParserRuleContext) node);
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
        Doc pattern = concat(patterns.visit(test.pattern()), SPACE, tokens.of(test.ASSIGN()), SPACE);
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
        Doc pattern = arm.pattern() == null ? tokens.of(arm.ELSE()) : patterns.visit(arm.pattern());
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
    public Doc visitSendStmt(BatonParser.SendStmtContext s) {
        Doc head = concat(
                tokens.of(s.SEND()),
                SPACE,
                tokens.of(s.path()),
                lists.list(s.LPAREN(), List.of(s.expr(0)), List.of(), s.RPAREN(), expressions::visit));
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
        return concat(tokens.of(path), tokens.of(open), patterns.visit(pattern), tokens.of(close));
    }

    Doc from(@Nullable TerminalNode from, BatonParser.@Nullable IdentifierContext name) {
        return from == null || name == null ? Doc.EMPTY : concat(SPACE, tokens.of(from), SPACE, tokens.of(name));
    }

    @Override
    public Doc visitAtomicStmt(BatonParser.AtomicStmtContext s) {
        return headed(tokens.of(s.ATOMIC()), s.block());
    }
}
