package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.TestSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is assigned, named or tested: expressions, and locked operations on memory. */
final class ElaborateSources {
    private static final Set<String> LOCKED = Set.of("cas", "fetch_add", "xchg");

    private final Session session;
    private final ElaboratePlaces places;

    ElaborateSources(Session session, ElaboratePlaces places) {
        this.session = session;
        this.places = places;
    }

    /** Whether a name is that of a locked operation. */
    static boolean locked(String name) {
        return LOCKED.contains(name);
    }

    /** What is assigned to something of a type. */
    Source expect(ExprSyntax syntax, Type expected, Context context) {
        if (!(syntax instanceof ExprSyntax.Call call) || !locked(call.function().text())) {
            return new Source.Pure(session.expressions.expect(syntax, expected, context));
        }
        Source source = operation(call, context);
        if (!Kinds.accepts(expected, source.type())) {
            session.problems.say(
                    Code.B0301, syntax.span(), "`" + Kinds.name(expected) + "`", Kinds.name(source.type()));
        }
        return source;
    }

    /** What is named by {@code let} or matched with patterns. */
    Source any(ExprSyntax syntax, Context context) {
        return syntax instanceof ExprSyntax.Call call && locked(call.function().text())
                ? operation(call, context)
                : new Source.Pure(session.expressions.type(syntax, context));
    }

    /** {@code cas(p, old, new)}, {@code fetch_add(p, n)}, {@code xchg(p, x)}. */
    Source operation(ExprSyntax.Call call, Context context) {
        List<ExprSyntax> args = call.arguments();
        int arity = call.function().text().equals("cas") ? 3 : 2;
        if (!session.expressions.calls.arity(call, arity, arity)) {
            return new Source.Pure(Kinds.unknown(call.span()));
        }
        Optional<Place> place = memory(call, context);
        if (place.isEmpty()) {
            return new Source.Pure(Kinds.unknown(call.span()));
        }
        Type type = place.get().type();
        Expr second = session.expressions.expect(args.get(1), amount(call, type), context);
        return switch (call.function().text()) {
            case "cas" -> {
                Expr desired = session.expressions.expect(args.get(2), type, context);
                yield new Source.Cas(place.get(), second, desired, call.span());
            }
            case "fetch_add" -> new Source.FetchAdd(place.get(), second, call.span());
            default -> new Source.Exchange(place.get(), second, call.span());
        };
    }

    private Type amount(ExprSyntax.Call call, Type type) {
        if (!call.function().text().equals("fetch_add")) {
            return type;
        }
        if (!(type instanceof Type.Range)) {
            session.expressions.doesNotWork(
                    "fetch_add", type, call.arguments().getFirst().span(), Optional.of("it adds to integers"));
            return Kinds.UNKNOWN;
        }
        return Type.Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private Optional<Place> memory(ExprSyntax.Call call, Context context) {
        ExprSyntax target = call.arguments().getFirst();
        Optional<Place> place = places.place(target, context);
        boolean shared = place.filter(p -> p.root() instanceof Place.VariableRoot root
                        && root.variable().role() == Variable.Role.MEMORY)
                .isPresent();
        if (place.isPresent() && !shared) {
            session.problems.help(
                    Code.B0506,
                    target.span(),
                    "nobody else sees it: assign it, in an `atomic` with its test if need be",
                    call.function().text(),
                    Coerce.text(target.span()));
        }
        return place.filter(p -> shared);
    }

    /** A test, and what is known where it holds and where it does not. */
    record Tested(Stmt.Test test, Context yes, Context no) {}

    Tested test(TestSyntax test, Context context) {
        ExprSyntax value = test.value();
        if (test.pattern().isPresent()) {
            Source source = any(value, context);
            ElaboratePatterns.Matched matched =
                    session.patterns.elaborate(test.pattern().get(), source.type(), context);
            Stmt.Test made = new Stmt.Test(source, Optional.of(matched.pattern()));
            if (!(source instanceof Source.Pure pure)) {
                return new Tested(made, matched.context(), context);
            }
            Facts yes = context.facts().where(pure.value(), matched.pattern(), true);
            Facts no = context.facts().where(pure.value(), matched.pattern(), false);
            return new Tested(made, matched.context().with(yes), context.with(no));
        }
        if (value instanceof ExprSyntax.Unary not
                && not.op() == ExprSyntax.UnaryWord.NOT
                && not.operand() instanceof ExprSyntax.Call call
                && locked(call.function().text())) {
            Source source = expect(call, Type.BOOL, context);
            Pattern failed = new Pattern.Constant(Value.FALSE);
            return new Tested(new Stmt.Test(source, Optional.of(failed)), context, context);
        }
        Source source = expect(value, Type.BOOL, context);
        Stmt.Test made = new Stmt.Test(source, Optional.empty());
        if (!(source instanceof Source.Pure pure)) {
            return new Tested(made, context, context);
        }
        Facts yes = context.facts().where(pure.value(), true);
        Facts no = context.facts().where(pure.value(), false);
        return new Tested(made, context.with(yes), context.with(no));
    }

    /** What {@code await} waits for: no locked operation. */
    Tested awaited(TestSyntax test, Context context) {
        Tested tested = test(test, context.asGuard());
        if (!(tested.test().source() instanceof Source.Pure)) {
            Span span = test.value().span();
            session.problems.help(Code.B0514, span, "repeat it: `while not cas(…) { }`", Coerce.text(span));
        }
        return tested;
    }
}
