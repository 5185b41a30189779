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
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** How what stands in an actor's braces is written. */
final class MemberLayout extends BatonBaseVisitor<Doc> {
    private final TokenDocs tokens;
    private final ExprLayout expressions;
    private final StmtLayout statements;
    private final Blocks blocks;

    MemberLayout(TokenDocs tokens, ExprLayout expressions, StmtLayout statements, Blocks blocks) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.statements = statements;
        this.blocks = blocks;
    }

    /** A head that may take several lines, and braces. */
    Doc actor(Doc head, BatonParser.ActorBodyContext body) {
        TerminalNode open = (TerminalNode) body.getChild(0);
        boolean oneLine = Blocks.oneLine(open, body.RBRACE());
        Doc all = concat(head, SPACE, blocks.block(open, body.member(), body.RBRACE(), oneLine, this::visit));
        return oneLine ? group(all) : all;
    }

    private Doc headed(List<Doc> head, BatonParser.BlockContext block) {
        boolean oneLine = Blocks.oneLine(StmtLayout.open(block), block.RBRACE());
        Doc all = concat(group(nest(4, concat(head))), SPACE, statements.block(block, oneLine));
        return oneLine ? group(all) : all;
    }

    /** {@code on core E}, after a blank; nothing if it is not there. */
    Doc onCore(@Nullable TerminalNode on, @Nullable TerminalNode core, BatonParser.@Nullable ExprContext expr) {
        return on == null || core == null || expr == null
                ? Doc.EMPTY
                : concat(SPACE, tokens.of(on), SPACE, tokens.of(core), SPACE, expressions.hanging(expr, 4));
    }

    private List<Doc> start(BatonParser.@Nullable StrengthContext strength) {
        List<Doc> all = new ArrayList<>();
        if (strength != null) {
            all.add(tokens.of(strength));
            all.add(SPACE);
        }
        return all;
    }

    private Doc guard(BatonParser.@Nullable GuardContext guard) {
        return guard == null
                ? Doc.EMPTY
                : concat(LINE, tokens.of(guard.WHEN()), SPACE, expressions.hanging(guard.expr(), 2));
    }

    @Override
    public Doc visitChildren(RuleNode node) {
        throw new AssertionError("no layout: " + node.getClass());
    }

    @Override
    public Doc visitVarMember(BatonParser.VarMemberContext m) {
        return concat(tokens.of(m.VAR()), SPACE, statements.variable(m.variable()));
    }

    @Override
    public Doc visitTaskMember(BatonParser.TaskMemberContext m) {
        List<Doc> head = start(m.strength());
        head.add(tokens.of(m.TASK()));
        head.add(SPACE);
        head.add(tokens.of(m.verbOrName()));
        head.add(onCore(m.ON(), m.CORE(), m.expr()));
        return headed(head, m.block());
    }

    @Override
    public Doc visitInterruptMember(BatonParser.InterruptMemberContext m) {
        List<Doc> head = start(m.strength());
        head.add(tokens.of(m.INTERRUPT()));
        head.add(SPACE);
        head.add(tokens.of(m.identifier()));
        head.add(onCore(m.ON(), m.CORE(), m.expr()));
        return headed(head, m.block());
    }

    @Override
    public Doc visitActionMember(BatonParser.ActionMemberContext m) {
        List<Doc> head = start(m.strength());
        head.add(tokens.of(m.ACTION()));
        head.add(SPACE);
        head.add(tokens.of(m.verbOrName()));
        if (m.LPAREN() != null) {
            head.add(tokens.of(m.LPAREN()));
            if (m.binders() != null) {
                head.add(expressions.visit(m.binders()));
            }
            head.add(tokens.of(m.RPAREN()));
        }
        head.add(guard(m.guard()));
        return headed(head, m.block());
    }

    @Override
    public Doc visitOnMember(BatonParser.OnMemberContext m) {
        List<Doc> head = start(m.strength());
        head.add(tokens.of(m.ON()));
        head.add(SPACE);
        head.add(statements.message(m.path(), m.LPAREN(), m.pattern(), m.RPAREN()));
        head.add(statements.from(m.FROM(), m.identifier()));
        head.add(guard(m.guard()));
        return headed(head, m.block());
    }

    @Override
    public Doc visitStatesMember(BatonParser.StatesMemberContext m) {
        List<Doc> all = new ArrayList<>(List.of(tokens.of(m.STATES()), SPACE));
        for (int i = 0; i < m.enumMember().size(); i++) {
            all.add(tokens.of(m.enumMember(i)));
            if (i < m.COMMA().size()) {
                all.add(tokens.of(m.COMMA(i)));
                all.add(LINE);
            }
        }
        return group(nest(2, concat(all)));
    }

    @Override
    public Doc visitInStateMember(BatonParser.InStateMemberContext m) {
        Doc head = concat(tokens.of((TerminalNode) m.getChild(0)), SPACE, tokens.of(m.identifier()));
        return actor(head, m.actorBody());
    }
}
