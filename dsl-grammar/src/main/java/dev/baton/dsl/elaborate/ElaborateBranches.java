package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.ArmSyntax;
import dev.baton.dsl.syntax.StmtSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code for} and {@code match}: a body for each value, an arm for each kind of value. */
final class ElaborateBranches {
    private final Session session;
    private final ElaborateSources sources;
    private final ElaborateStatements statements;

    ElaborateBranches(Session session, ElaborateSources sources, ElaborateStatements statements) {
        this.session = session;
        this.sources = sources;
        this.statements = statements;
    }

    Optional<Stmt> forEach(StmtSyntax.ForEach loop, Context context, Flow flow) {
        Expr domain = session.expressions.collections.elements(loop.domain(), context);
        Type element = TypeCollections.element(domain.type()).orElse(Kinds.UNKNOWN);
        boolean empty = domain instanceof Expr.Literal l && l.value().equals(Value.EMPTY_SET);
        if (Kinds.known(domain.type()) && !(domain instanceof Expr.Domain) && !empty) {
            session.problems.help(
                    Code.B0401,
                    loop.domain().span(),
                    "`for` goes through a type or a constant range; through a set: `while` with `choose`",
                    Coerce.text(loop.domain().span()));
        }
        Bind.Bound bound = session.expressions.bind.local(loop.name(), element, context);
        Flow inner = flow.copied(Kinds.known(element) ? Domain.size(element).longValue() : 1);
        if (inner.copies() > Limits.COPIES) {
            session.problems.help(
                    Code.B0412,
                    loop.span(),
                    "`while` goes through many values without copies",
                    "the number of copies that a `for` makes of its statements",
                    Integer.toString(Limits.COPIES),
                    "more");
            return Optional.empty();
        }
        List<Stmt> body = statements.block(loop.body(), bound.context(), inner);
        return Kinds.known(element) && !empty
                ? Optional.of(new Stmt.ForEach(bound.name(), element, body, loop.span()))
                : Optional.empty();
    }

    Stmt match(StmtSyntax.Match match, Context context, Flow flow) {
        Source source = sources.any(match.value(), context);
        List<Stmt.Arm> arms = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        boolean sound = true;
        for (ArmSyntax arm : match.arms()) {
            int before = session.problems.count();
            ElaboratePatterns.Matched matched = arm.pattern()
                    .map(p -> session.patterns.elaborate(p, source.type(), context))
                    .orElseGet(() -> new ElaboratePatterns.Matched(new Pattern.Anything(Optional.empty()), context));
            sound &= session.problems.count() == before;
            Pattern pattern = matched.pattern();
            if (sound && Exhaustive.unreachable(source.type(), patterns, pattern)) {
                Span at = arm.pattern().isPresent() ? arm.pattern().get().span() : LintSignals.head(arm.span());
                session.problems.say(Code.B0810, at);
            }
            patterns.add(pattern);
            Context inner = source instanceof Source.Pure pure
                    ? matched.context().with(context.facts().where(pure.value(), pattern, true))
                    : matched.context();
            arms.add(new Stmt.Arm(pattern, statements.block(arm.body(), inner, flow), arm.span()));
        }
        Optional<String> missing = Exhaustive.missing(source.type(), patterns);
        if (sound && missing.isPresent()) {
            session.problems.help(Code.B0602, match.value().span(), "add an arm, or `else => { }`", missing.get());
        }
        return new Stmt.Match(source, arms, match.span());
    }
}
