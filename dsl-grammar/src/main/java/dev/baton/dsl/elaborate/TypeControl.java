package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Member;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Question;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where control of a task or handler stands: {@code at} and {@code done}. */
final class TypeControl {
    private final Session session;

    TypeControl(Session session) {
        this.session = session;
    }

    /** A task or handler, and the member of the actor. */
    private record Unit(Decl.Actor actor, Member member, Expr self) {}

    Expr at(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 2, 2)) {
            return Kinds.unknown(call.span());
        }
        Optional<Unit> unit = unit(call.arguments().getFirst(), context);
        if (unit.isEmpty()) {
            return Kinds.unknown(call.span());
        }
        List<String> labels = Labels.in(unit.get().member(), session.symbols);
        if (!(call.arguments().get(1) instanceof ExprSyntax.Ref label)
                || !labels.contains(label.name().text())) {
            Span span = call.arguments().get(1).span();
            Name name = call.arguments().get(1) instanceof ExprSyntax.Ref ref
                    ? ref.name()
                    : new Name(Coerce.text(span), span);
            session.noPart("`" + Labels.name(unit.get().member()) + "`", "label", name, labels);
            return Kinds.unknown(call.span());
        }
        Question question = new Question.At(
                unit.get().actor().name().text(),
                Labels.name(unit.get().member()),
                label.name().text());
        return session.expressions.questions.ask(question, List.of(unit.get().self()), Type.BOOL, call.span(), context);
    }

    Expr done(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Optional<Unit> unit = unit(call.arguments().getFirst(), context);
        if (unit.isEmpty()) {
            return Kinds.unknown(call.span());
        }
        String name = Labels.name(unit.get().member());
        if (unit.get().member() instanceof Member.Interrupt) {
            session.problems.help(
                    Code.B0206,
                    call.arguments().getFirst().span(),
                    "a handler runs again and again; ask `pending(" + name + ")`, or for a label in it",
                    name,
                    "an interrupt handler",
                    "a task");
            return Kinds.unknown(call.span());
        }
        Question question = new Question.Done(unit.get().actor().name().text(), name);
        return session.expressions.questions.ask(question, List.of(unit.get().self()), Type.BOOL, call.span(), context);
    }

    /** {@code t} of a single actor, {@code K.t}, {@code k.t}. */
    private Optional<Unit> unit(ExprSyntax syntax, Context context) {
        if (syntax instanceof ExprSyntax.Ref ref) {
            return alone(ref.name());
        }
        if (!(syntax instanceof ExprSyntax.Dot dot)) {
            Span span = syntax.span();
            session.undeclared(new Name(Coerce.text(span), span), List.of());
            return Optional.empty();
        }
        if (dot.target() instanceof ExprSyntax.Ref ref
                && context.scope().find(ref.name().text()).isEmpty()) {
            Optional<Decl.Actor> actor = session.actor(ref.name().text());
            if (actor.isPresent() && !session.types.members(actor.get()).single()) {
                which(ref.name(), actor.get(), dot.name());
                return Optional.empty();
            }
        }
        Expr member = session.expressions.type(dot.target(), context);
        if (!(member.type() instanceof Type.Index index)
                || session.actor(index.name()).isEmpty()) {
            session.expressions.doesNotWork(
                    "." + dot.name(), member.type(), dot.span(), Optional.of("kernels and cores have tasks"));
            return Optional.empty();
        }
        Decl.Actor actor = session.actor(index.name()).orElseThrow();
        Optional<Member> found = Labels.units(actor).stream()
                .filter(m -> Labels.name(m).equals(dot.name().text()))
                .findFirst();
        if (found.isEmpty()) {
            session.noPart("`" + actor.name() + "`", "task", dot.name(), names(actor));
        }
        return found.map(m -> new Unit(actor, m, member));
    }

    private Optional<Unit> alone(Name name) {
        List<String> candidates = new ArrayList<>();
        for (Decl.Actor actor : session.program.all(Decl.Actor.class)) {
            candidates.addAll(names(actor));
            for (Member member : Labels.units(actor)) {
                if (Labels.name(member).equals(name.text())) {
                    Type.Index members = session.types.members(actor);
                    if (!members.single()) {
                        which(name, actor, name);
                        return Optional.empty();
                    }
                    Expr self = new Expr.Literal(new Value.Member(members, 0), members, name.span());
                    return Optional.of(new Unit(actor, member, self));
                }
            }
        }
        session.undeclared(name, candidates);
        return Optional.empty();
    }

    private void which(Name written, Decl.Actor actor, Name task) {
        session.problems.help(
                Code.B0206,
                written.span(),
                "of one member: `" + actor.name() + "(0)." + task + "`; of all: `forall k in " + actor.name() + ": … k."
                        + task + " …`",
                written.text(),
                "of `" + actor.name() + "`, which has several members",
                "one of them");
    }

    private static List<String> names(Decl.Actor actor) {
        return Labels.units(actor).stream().map(Labels::name).toList();
    }
}
