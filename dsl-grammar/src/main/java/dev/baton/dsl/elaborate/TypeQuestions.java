package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PathSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Question;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked of lives, channels, IPIs and owners. */
final class TypeQuestions {
    private final Session session;
    private final TypeControl control;

    TypeQuestions(Session session) {
        this.session = session;
        this.control = new TypeControl(session);
    }

    Expr question(ExprSyntax.Call call, Context context) {
        return switch (call.function().text()) {
            case "at" -> control.at(call, context);
            case "done" -> control.done(call, context);
            case "live" -> live(call, context);
            case "pending" -> pending(call, context);
            case "owner" -> owner(call, context);
            case "owns" -> owns(call, context);
            default -> contents(call, context);
        };
    }

    /** A question, if it may be asked here; says so if not. */
    Expr ask(Question question, List<Expr> args, Type type, Span span, Context context) {
        String text = Coerce.text(span);
        if (!context.readsState()) {
            session.problems.say(Code.B0401, span, text);
            return Kinds.unknown(span);
        }
        if (context.primed()) {
            session.problems.help(Code.B0512, span, "only variables have a value after the step", text);
            return Kinds.unknown(span);
        }
        if (context.code() && Asks.unseen(question)) {
            session.problems.help(
                    Code.B0504, span, "properties may; let the kernels tell each other by messages or memory", text);
            return Kinds.unknown(span);
        }
        return args.stream().allMatch(Kinds::sound) ? new Expr.Query(question, args, type, span) : Kinds.unknown(span);
    }

    private Expr live(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Optional<Expr> actor = actor(call.arguments().getFirst(), context);
        return actor.map(e -> {
                    Question question = new Question.Live(((Type.Index) e.type()).name());
                    return ask(question, List.of(e), Type.BOOL, call.span(), context);
                })
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    /** A member of a kernel, core or environment; says so if it is none. */
    Optional<Expr> actor(ExprSyntax syntax, Context context) {
        Expr typed = session.expressions.type(syntax, context);
        if (typed.type() instanceof Type.Index index
                && session.actor(index.name()).isPresent()) {
            return Optional.of(typed);
        }
        if (Kinds.known(typed.type())) {
            session.problems.say(Code.B0301, syntax.span(), "a kernel, core or environment", Kinds.name(typed.type()));
        }
        return Optional.empty();
    }

    private Expr pending(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 1, 2)) {
            return Kinds.unknown(call.span());
        }
        Optional<Protocol.Ipi> ipi = name(call.arguments().getFirst()).flatMap(session.wires::ipi);
        if (ipi.isEmpty()) {
            return Kinds.unknown(call.span());
        }
        List<ExprSyntax> rest = call.arguments().subList(1, call.arguments().size());
        Optional<List<Expr>> ends = ends(call, List.of(ipi.get().target()), rest, context);
        return ends.map(args -> ask(new Question.Pending(ipi.get().name()), args, Type.BOOL, call.span(), context))
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    private Expr contents(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 1, 3)) {
            return Kinds.unknown(call.span());
        }
        Optional<Protocol.Channel> found = path(call.arguments().getFirst()).flatMap(session.wires::channel);
        if (found.isEmpty()) {
            return Kinds.unknown(call.span());
        }
        Protocol.Channel channel = found.get();
        String actor = context.actor().map(a -> a.name().text()).orElse("");
        boolean end =
                actor.equals(channel.from().name()) || actor.equals(channel.to().name());
        if (context.code() && !end) {
            session.problems.help(
                    Code.B0507,
                    call.span(),
                    "only its two ends see what is in it",
                    actor,
                    "see what is in",
                    channel.name());
            return Kinds.unknown(call.span());
        }
        Type type = switch (channel.kind()) {
            case FIFO -> new Type.Seq(channel.element(), channel.capacity());
            case UNORDERED -> new Type.SetOf(channel.element());
            case LATEST -> new Type.Option(channel.element());
        };
        List<ExprSyntax> rest = call.arguments().subList(1, call.arguments().size());
        return ends(call, List.of(channel.from(), channel.to()), rest, context)
                .map(args -> ask(new Question.Contents(channel.name()), args, type, call.span(), context))
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    /** The members at the ends: given for those that are indexed, known for the others. */
    private Optional<List<Expr>> ends(
            ExprSyntax.Call call, List<Type.Index> ends, List<ExprSyntax> given, Context context) {
        int needed = (int) ends.stream().filter(i -> !i.single()).count();
        if (given.size() != needed) {
            int fixed = call.arguments().size() - given.size();
            session.expressions.calls.arity(call, fixed + needed, fixed + needed);
            return Optional.empty();
        }
        List<Expr> args = new ArrayList<>();
        int next = 0;
        for (Type.Index end : ends) {
            args.add(
                    end.single()
                            ? new Expr.Literal(new Value.Member(end, 0), end, call.span())
                            : session.expressions.expect(given.get(next++), end, context));
        }
        return Optional.of(args);
    }

    private Expr owner(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 1, 1)) {
            return Kinds.unknown(call.span());
        }
        Type type = new Type.Option(session.types.holder());
        return resource(call.arguments().getFirst(), context)
                .map(r -> ask(new Question.OwnerOf(r.type().toString()), List.of(r), type, call.span(), context))
                .orElseGet(() -> Kinds.unknown(call.span()));
    }

    private Expr owns(ExprSyntax.Call call, Context context) {
        if (!session.expressions.calls.arity(call, 2, 2)) {
            return Kinds.unknown(call.span());
        }
        Optional<Expr> actor = actor(call.arguments().getFirst(), context);
        Optional<Expr> resource = resource(call.arguments().get(1), context);
        if (actor.isEmpty() || resource.isEmpty()) {
            return Kinds.unknown(call.span());
        }
        Question question = new Question.Owns(
                actor.get().type().toString(), resource.get().type().toString());
        return ask(question, List.of(actor.get(), resource.get()), Type.BOOL, call.span(), context);
    }

    /** A member of a resource; says so if it is none. */
    Optional<Expr> resource(ExprSyntax syntax, Context context) {
        Expr typed = session.expressions.type(syntax, context);
        boolean is = typed.type() instanceof Type.Index index
                && session.symbols
                        .find(index.name())
                        .filter(s -> s.declaration() instanceof Decl.Resource)
                        .isPresent();
        if (!is && Kinds.known(typed.type())) {
            session.problems.help(
                    Code.B0301,
                    syntax.span(),
                    "what has owners is declared with `resource`",
                    "a resource",
                    Kinds.name(typed.type()));
        }
        return is ? Optional.of(typed) : Optional.empty();
    }

    private Optional<Name> name(ExprSyntax syntax) {
        if (syntax instanceof ExprSyntax.Ref ref) {
            return Optional.of(ref.name());
        }
        session.undeclared(new Name(Coerce.text(syntax.span()), syntax.span()), List.of());
        return Optional.empty();
    }

    private Optional<PathSyntax> path(ExprSyntax syntax) {
        if (syntax instanceof ExprSyntax.Dot dot && dot.target() instanceof ExprSyntax.Ref ref) {
            return Optional.of(new PathSyntax(ref.name(), Optional.of(dot.name()), dot.span()));
        }
        return name(syntax).map(n -> new PathSyntax(n, Optional.empty(), syntax.span()));
    }
}
