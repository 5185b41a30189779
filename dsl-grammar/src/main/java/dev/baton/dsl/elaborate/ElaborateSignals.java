package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PathSyntax;
import dev.baton.dsl.syntax.PatternSyntax;
import dev.baton.dsl.syntax.StmtSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/** What one actor does to others: messages, IPIs, starting, handing over. */
final class ElaborateSignals {
    private final Session session;

    ElaborateSignals(Session session) {
        this.session = session;
    }

    Optional<Stmt> send(StmtSyntax.Send send, Optional<List<Stmt>> otherwise, Context context) {
        Optional<Protocol.Channel> channel = session.wires.channel(send.channel());
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        end(channel.get().from(), channel.get(), "send on", send.channel().span(), context);
        Expr message = session.expressions.expect(send.message(), channel.get().element(), context);
        Optional<Expr> to =
                to(send.to(), channel.get().to(), "send " + send.channel().text(), send.span(), context);
        return Optional.of(new Stmt.Send(channel.get().name(), message, to, otherwise, send.span()));
    }

    /** What a message that is taken binds. */
    record Taken(Protocol.Channel channel, Pattern pattern, Optional<Pattern.Binding> from, Context context) {}

    /** {@code c(pattern) from s}, in a {@code receive} or an {@code on}. */
    Optional<Taken> take(PathSyntax path, PatternSyntax pattern, Optional<Name> from, Context context) {
        Optional<Protocol.Channel> found = session.wires.channel(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Protocol.Channel channel = found.get();
        end(channel.to(), channel, "receive from", path.span(), context);
        ElaboratePatterns.Matched matched = session.patterns.elaborate(pattern, channel.element(), context);
        if (from.isEmpty()) {
            return Optional.of(new Taken(channel, matched.pattern(), Optional.empty(), matched.context()));
        }
        if (channel.from().single()) {
            session.problems.help(
                    Code.B0604,
                    from.get().span(),
                    "leave `from` out",
                    channel.from().name(),
                    "from");
        }
        Bind.Bound bound = session.expressions.bind.local(from.get(), channel.from(), matched.context());
        Pattern.Binding binding = new Pattern.Binding(bound.name(), channel.from());
        return Optional.of(new Taken(channel, matched.pattern(), Optional.of(binding), bound.context()));
    }

    /** Binds what a message from a channel that there is not would have bound. */
    Context unknown(PatternSyntax pattern, Optional<Name> from, Context context) {
        Context inner =
                session.patterns.elaborate(pattern, Kinds.UNKNOWN, context).context();
        return from.map(name -> session.expressions
                        .bind
                        .local(name, Kinds.UNKNOWN, inner)
                        .context())
                .orElse(inner);
    }

    Optional<Stmt> raise(StmtSyntax.Raise raise, Context context) {
        return session.wires.ipi(raise.ipi()).map(ipi -> {
            Optional<Expr> to = to(raise.to(), ipi.target(), "raise " + ipi.name(), raise.span(), context);
            return new Stmt.Raise(ipi.name(), to, raise.span());
        });
    }

    /** The IPI of a {@code mask} or {@code unmask}; empty if it can't be masked here, which is then told. */
    Optional<Protocol.Ipi> maskable(Name name, Context context) {
        Optional<Protocol.Ipi> ipi = session.wires.ipi(name);
        if (ipi.isEmpty()) {
            return Optional.empty();
        }
        String actor = context.actor().map(a -> a.name().text()).orElse("");
        if (!ipi.get().target().name().equals(actor)) {
            session.problems.help(
                    Code.B0508, name.span(), "only its target, `" + ipi.get().target() + "`, masks it", name.text());
            return Optional.empty();
        }
        if (ipi.get().nmi()) {
            session.problems.help(Code.B0508, name.span(), "it is an `nmi`, which nobody masks", name.text());
            return Optional.empty();
        }
        return ipi;
    }

    Optional<Stmt> fence(StmtSyntax.Fence fence, Context context) {
        if (context.actor().filter(a -> a.kind() == Actor.Kind.ENVIRONMENT).isPresent()) {
            session.problems.help(Code.B0510, fence.span(), "what it stores reaches memory at once", "store buffer");
            return Optional.empty();
        }
        return Optional.of(new Stmt.Fence(fence.span()));
    }

    Optional<Stmt> start(StmtSyntax.Start start, Context context) {
        Optional<Expr> actor = session.expressions.questions.actor(start.actor(), context);
        if (actor.isEmpty()) {
            return Optional.empty();
        }
        Decl.Actor started = session.actor(actor.get().type().toString()).orElseThrow();
        String text = Coerce.text(start.actor().span());
        boolean self = start.actor() instanceof ExprSyntax.Self
                || (context.actor().filter(started::equals).isPresent()
                        && session.types.members(started).single());
        if (self) {
            session.problems.help(Code.B0607, start.actor().span(), "it is running: another one must start it", text);
            return Optional.empty();
        }
        if (started.kind() == Actor.Kind.ENVIRONMENT) {
            session.problems.help(Code.B0607, start.actor().span(), "an environment is always there", text);
            return Optional.empty();
        }
        return Optional.of(new Stmt.Start(actor.get(), start.span()));
    }

    Optional<Stmt> give(StmtSyntax.Give give, Context context) {
        Optional<Expr> resource = session.expressions.questions.resource(give.resource(), context);
        Optional<Expr> to = session.expressions.questions.actor(give.to(), context);
        return resource.flatMap(r -> to.map(t -> new Stmt.Give(r, t, give.span())));
    }

    private void end(Type.Index end, Protocol.Channel channel, String verb, Span span, Context context) {
        String actor = context.actor().map(a -> a.name().text()).orElse("");
        if (!end.name().equals(actor)) {
            session.problems.help(Code.B0507, span, direction(channel, actor), actor, verb, channel.name());
        }
    }

    private String direction(Protocol.Channel channel, String actor) {
        String other = channel.name().endsWith(".reply")
                ? channel.name().substring(0, channel.name().length() - ".reply".length())
                : channel.name() + ".reply";
        boolean back = session.wires.channels().stream().anyMatch(c -> c.name().equals(other));
        boolean isEnd =
                actor.equals(channel.from().name()) || actor.equals(channel.to().name());
        String goes = "`" + channel.name() + "` goes from `" + channel.from() + "` to `" + channel.to() + "`";
        return back && isEnd ? goes + "; the other way is `" + other + "`" : goes;
    }

    private Optional<Expr> to(
            Optional<ExprSyntax> to, Type.Index target, String statement, Span span, Context context) {
        if (target.single()) {
            to.ifPresent(t -> session.problems.help(Code.B0604, t.span(), "leave `to` out", target.name(), "to"));
            return Optional.empty();
        }
        if (to.isEmpty()) {
            session.problems.help(
                    Code.B0603,
                    span,
                    "say `to k`, where `k` is a member of `" + target + "`",
                    statement,
                    target.name());
            return Optional.empty();
        }
        return Optional.of(session.expressions.expect(to.get(), target, context));
    }
}
