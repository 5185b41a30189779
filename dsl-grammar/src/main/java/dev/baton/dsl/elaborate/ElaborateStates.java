package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.StmtSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** {@code states}, {@code in} and {@code goto}: a variable {@code state}, a guard and an assignment. */
final class ElaborateStates {
    private final Session session;

    ElaborateStates(Session session) {
        this.session = session;
    }

    /** {@code state == name}; empty if there is no such state, which is then told. */
    Optional<Expr> in(Name name, Context context) {
        return member(name, name.span(), context).map(member -> {
            Expr state = session.expressions.type(variable(name.span()), context);
            return new Expr.Apply(Op.EQ, List.of(state, member), Type.BOOL, name.span());
        });
    }

    Optional<Stmt> goTo(StmtSyntax.Goto go, ElaboratePlaces places, Context context) {
        Optional<Expr> member = member(go.state(), go.span(), context);
        Optional<Place> state = member.flatMap(m -> places.place(variable(go.span()), context));
        return state.map(p -> new Stmt.Assign(p, new Source.Pure(member.orElseThrow()), go.span()));
    }

    private static ExprSyntax variable(Span span) {
        return new ExprSyntax.Ref(new Name("state", span), span);
    }

    private Optional<Expr> member(Name name, Span span, Context context) {
        Decl.Actor actor = context.actor().orElseThrow();
        Optional<Type.Enumeration> states = session.types.states(actor);
        if (states.isEmpty()) {
            session.problems.help(
                    Code.B0606,
                    span,
                    "declare them: `states " + name + ", …`",
                    actor.name().text());
            return Optional.empty();
        }
        int at = states.get().members().indexOf(name.text());
        if (at < 0) {
            session.noPart("`" + actor.name() + "`", "state", name, states.get().members());
            return Optional.empty();
        }
        return Optional.of(new Expr.Literal(new Value.EnumMember(states.get(), at), states.get(), name.span()));
    }
}
