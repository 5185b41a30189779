package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonBaseVisitor;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.BinderSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Member;
import dev.baton.model.source.Code;
import dev.baton.model.system.Fairness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;

/** Parse tree to syntax tree: what stands in an actor's braces. */
final class MemberBuilder extends BatonBaseVisitor<Member> {
    private final Nodes nodes;
    private final ExprBuilder expressions;
    private final StmtBuilder statements;

    MemberBuilder(Nodes nodes, ExprBuilder expressions, StmtBuilder statements) {
        this.nodes = nodes;
        this.expressions = expressions;
        this.statements = statements;
    }

    List<Member> members(BatonParser.ActorBodyContext body) {
        return body.member().stream().map(this::visit).toList();
    }

    @Override
    public Member visitChildren(RuleNode node) {
        throw new AssertionError("no member: " + node.getClass());
    }

    @Override
    public Member visitVarMember(BatonParser.VarMemberContext member) {
        return new Member.Var(statements.variable(member.variable(), nodes.doc(member)), nodes.span(member));
    }

    @Override
    public Member visitTaskMember(BatonParser.TaskMemberContext member) {
        return new Member.Task(
                nodes.name(member.verbOrName()),
                strength(member.strength()),
                optional(member.expr()),
                statements.block(member.block()),
                nodes.doc(member),
                nodes.span(member));
    }

    @Override
    public Member visitInterruptMember(BatonParser.InterruptMemberContext member) {
        return new Member.Interrupt(
                nodes.name(member.identifier()),
                strength(member.strength()),
                optional(member.expr()),
                statements.block(member.block()),
                nodes.doc(member),
                nodes.span(member));
    }

    @Override
    public Member visitActionMember(BatonParser.ActionMemberContext member) {
        List<BinderSyntax> parameters = member.binders() == null ? List.of() : expressions.binders(member.binders());
        return new Member.Action(
                nodes.name(member.verbOrName()),
                parameters,
                strength(member.strength()),
                guard(member.guard()),
                statements.block(member.block()),
                nodes.doc(member),
                nodes.span(member));
    }

    @Override
    public Member visitOnMember(BatonParser.OnMemberContext member) {
        return new Member.On(
                nodes.path(member.path()),
                statements.pattern(member.pattern()),
                Optional.ofNullable(member.identifier()).map(nodes::name),
                strength(member.strength()),
                guard(member.guard()),
                statements.block(member.block()),
                nodes.doc(member),
                nodes.span(member));
    }

    @Override
    public Member visitStatesMember(BatonParser.StatesMemberContext member) {
        return new Member.States(
                member.enumMember().stream().map(nodes::enumMember).toList(), nodes.doc(member), nodes.span(member));
    }

    @Override
    public Member visitInStateMember(BatonParser.InStateMemberContext member) {
        List<Member> inside = new ArrayList<>();
        for (BatonParser.MemberContext one : member.actorBody().member()) {
            Optional<String> misplaced = misplaced(one);
            if (misplaced.isPresent()) {
                nodes.problem(
                        Code.B0114,
                        nodes.problems().at(one.getStart()),
                        "only `action` and `on` stand there; move it out of the braces of the state",
                        "`" + misplaced.get() + "`",
                        "`in " + member.identifier().getText() + " { … }`");
            } else {
                inside.add(visit(one));
            }
        }
        return new Member.InState(nodes.name(member.identifier()), inside, nodes.span(member));
    }

    private static Optional<String> misplaced(ParserRuleContext member) {
        return switch (member) {
            case BatonParser.VarMemberContext v -> Optional.of("var");
            case BatonParser.TaskMemberContext t -> Optional.of("task");
            case BatonParser.InterruptMemberContext i -> Optional.of("interrupt");
            case BatonParser.StatesMemberContext s -> Optional.of("states");
            case BatonParser.InStateMemberContext s -> Optional.of("in");
            default -> Optional.empty();
        };
    }

    private Optional<ExprSyntax> optional(BatonParser.@Nullable ExprContext expr) {
        return Optional.ofNullable(expr).map(expressions::expression);
    }

    private Optional<ExprSyntax> guard(BatonParser.@Nullable GuardContext guard) {
        return Optional.ofNullable(guard).map(g -> expressions.expression(g.expr()));
    }

    private static Fairness.Strength strength(BatonParser.@Nullable StrengthContext strength) {
        if (strength == null) {
            return Fairness.Strength.WEAK;
        }
        return strength.STRONG() != null ? Fairness.Strength.STRONG : Fairness.Strength.UNFAIR;
    }
}
