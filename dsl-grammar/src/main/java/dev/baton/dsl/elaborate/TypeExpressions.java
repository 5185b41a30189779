package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Expressions: names resolved, types known. A type flows in where one is asked for ({@code none}, <code>{}</code>, an
 * enum's member) and out where the expression has its own.
 */
final class TypeExpressions {
    final Bind bind;
    final Coerce coerce;
    final TypeCollections collections;
    final TypeRecords records;
    final TypeQuestions questions;
    final TypeCalls calls;
    final TypeQuantifiers quantifiers;

    private final Session session;
    private final TypeNames names;
    private final TypeOperators operators;
    private int depth;

    TypeExpressions(Session session) {
        this.session = session;
        this.bind = new Bind(session);
        this.coerce = new Coerce(session);
        this.names = new TypeNames(session);
        this.calls = new TypeCalls(session);
        this.operators = new TypeOperators(session);
        this.records = new TypeRecords(session);
        this.collections = new TypeCollections(session);
        this.questions = new TypeQuestions(session);
        this.quantifiers = new TypeQuantifiers(session);
    }

    /** An expression that must be of a type. */
    Expr expect(ExprSyntax syntax, Type expected, Context context) {
        return coerce.to(expected, type(syntax, Optional.of(expected), context), context);
    }

    /** A boolean expression. */
    Expr condition(ExprSyntax syntax, Context context) {
        return expect(syntax, Type.BOOL, context);
    }

    /** An expression of which nothing is known. */
    Expr type(ExprSyntax syntax, Context context) {
        return type(syntax, Optional.empty(), context);
    }

    /** An expression that is likely of a type; it need not be. */
    Expr type(ExprSyntax syntax, Optional<Type> hint, Context context) {
        if (depth >= Limits.NESTING) {
            String what = "this, with the definitions that lead here, is nested";
            session.problems.say(Code.B0106, syntax.span(), what, Integer.toString(Limits.NESTING));
            return Kinds.unknown(syntax.span());
        }
        depth++;
        Expr typed = known(syntax, hint, context);
        depth--;
        return typed;
    }

    private Expr known(ExprSyntax syntax, Optional<Type> hint, Context context) {
        return switch (syntax) {
            case ExprSyntax.Int e ->
                new Expr.Literal(Value.of(e.value()), Type.Range.of(e.value(), e.value()), e.span());
            case ExprSyntax.Truth e -> new Expr.Literal(Value.of(e.value()), Type.BOOL, e.span());
            case ExprSyntax.Ref e -> names.ref(e, hint, context);
            case ExprSyntax.Self e -> names.self(e, context);
            case ExprSyntax.Dot e -> names.dot(e, context);
            case ExprSyntax.Some e -> some(e, hint, context);
            case ExprSyntax.None e -> none(e, hint);
            case ExprSyntax.Index e -> collections.index(e, context);
            case ExprSyntax.Call e -> calls.call(e, inside(hint), context);
            case ExprSyntax.Make e -> records.make(e, context);
            case ExprSyntax.With e -> records.with(e, hint, context);
            case ExprSyntax.Primed e -> primed(e, hint, context);
            case ExprSyntax.Unwrap e -> records.unwrap(e, context);
            case ExprSyntax.Is e -> records.is(e, context);
            case ExprSyntax.Unary e -> operators.unary(e, context);
            case ExprSyntax.Binary e -> operators.binary(e, inside(hint), context);
            case ExprSyntax.If e -> choice(e, hint, context);
            case ExprSyntax.Quantified e -> quantifiers.quantified(e, context);
            case ExprSyntax.SetOf e -> collections.set(e, inside(hint), context);
            case ExprSyntax.Filter e -> quantifiers.filter(e, hint, context);
            case ExprSyntax.Image e -> quantifiers.image(e, inside(hint), context);
            case ExprSyntax.SeqOf e -> collections.seq(e, inside(hint), context);
            case ExprSyntax.MapOf e -> collections.map(e, inside(hint), context);
            case ExprSyntax.All e -> collections.all(e);
        };
    }

    /** What is likely inside an option that is asked for. */
    private static Optional<Type> inside(Optional<Type> hint) {
        return hint.map(t -> t instanceof Type.Option option ? option.element() : t);
    }

    /** Whether an expression can't tell its own type. */
    boolean needsHint(ExprSyntax syntax, Context context) {
        return switch (syntax) {
            case ExprSyntax.None e -> true;
            case ExprSyntax.SetOf e -> e.elements().stream().allMatch(x -> needsHint(x, context));
            case ExprSyntax.SeqOf e -> e.elements().stream().allMatch(x -> needsHint(x, context));
            case ExprSyntax.Some e -> needsHint(e.value(), context);
            case ExprSyntax.If e -> needsHint(e.then(), context) && needsHint(e.otherwise(), context);
            case ExprSyntax.Ref e -> names.needsHint(e, context);
            case ExprSyntax.Int e -> false;
            case ExprSyntax.Truth e -> false;
            case ExprSyntax.Self e -> false;
            case ExprSyntax.Dot e -> false;
            case ExprSyntax.Index e -> false;
            case ExprSyntax.Call e -> false;
            case ExprSyntax.Make e -> false;
            case ExprSyntax.With e -> false;
            case ExprSyntax.Primed e -> false;
            case ExprSyntax.Unwrap e -> false;
            case ExprSyntax.Is e -> false;
            case ExprSyntax.Unary e -> false;
            case ExprSyntax.Binary e -> false;
            case ExprSyntax.Quantified e -> false;
            case ExprSyntax.Filter e -> false;
            case ExprSyntax.Image e -> false;
            case ExprSyntax.MapOf e -> false;
            case ExprSyntax.All e -> false;
        };
    }

    /** Says that an operation does not work on what it is given. */
    Expr doesNotWork(String operation, Type type, Span span, Optional<String> help) {
        if (Kinds.known(type)) {
            help.ifPresentOrElse(
                    text -> session.problems.help(Code.B0302, span, text, operation, Kinds.name(type)),
                    () -> session.problems.say(Code.B0302, span, operation, Kinds.name(type)));
        }
        return Kinds.unknown(span);
    }

    private Expr some(ExprSyntax.Some some, Optional<Type> hint, Context context) {
        Optional<Type> element = hint.filter(Type.Option.class::isInstance).map(t -> ((Type.Option) t).element());
        Expr value = type(some.value(), element, context);
        Expr fitted = element.map(t -> coerce.fit(t, value, context)).orElse(value);
        if (fitted.type() instanceof Type.Option) {
            session.problems.help(Code.B0307, some.span(), "one `some` is enough", Coerce.text(some.span()));
            return Kinds.unknown(some.span());
        }
        return Kinds.known(fitted.type())
                ? new Expr.Apply(Op.SOME, List.of(fitted), new Type.Option(fitted.type()), some.span())
                : Kinds.unknown(some.span());
    }

    private Expr none(ExprSyntax.None none, Optional<Type> hint) {
        if (hint.isPresent() && (hint.get() instanceof Type.Option || !Kinds.known(hint.get()))) {
            return new Expr.Literal(Value.NONE, hint.get(), none.span());
        }
        return noHint("none", hint, none.span());
    }

    /** Says that the type of a literal can't be told; or, where another type is asked for, what it is not. */
    Expr noHint(String literal, Optional<Type> hint, Span span) {
        if (hint.isPresent()) {
            session.problems.say(Code.B0303, span, literal, Kinds.name(hint.get()));
        } else {
            session.problems.help(
                    Code.B0304, span, "put it where a type is asked for: into a variable, or behind `==`", literal);
        }
        return Kinds.unknown(span);
    }

    private Expr choice(ExprSyntax.If e, Optional<Type> hint, Context context) {
        Expr condition = condition(e.condition(), context);
        Context yes = context.with(context.facts().where(condition, true));
        Context no = context.with(context.facts().where(condition, false));
        boolean second = hint.isEmpty() && needsHint(e.then(), context);
        Expr otherwise = second ? type(e.otherwise(), hint, no) : Kinds.unknown(e.span());
        Expr then = type(e.then(), second ? Optional.of(otherwise.type()) : hint, yes);
        if (!second) {
            otherwise = type(e.otherwise(), hint.isPresent() ? hint : Optional.of(then.type()), no);
        }
        if (hint.isPresent()) {
            then = coerce.fit(hint.get(), then, yes);
            otherwise = coerce.fit(hint.get(), otherwise, no);
        } else {
            otherwise = coerce.fit(then.type(), otherwise, no);
            then = coerce.fit(otherwise.type(), then, yes);
        }
        Optional<Type> join = together(then, otherwise, hint);
        if (join.isEmpty()) {
            session.problems.help(
                    Code.B0303,
                    e.span(),
                    "both branches must be of one type",
                    Kinds.name(then.type()),
                    Kinds.name(otherwise.type()));
            return Kinds.unknown(e.span());
        }
        return new Expr.If(condition, then, otherwise, join.get(), e.span());
    }

    /** The type that two expressions have in common: the one asked for where both go into it and neither is a range. */
    private static Optional<Type> together(Expr a, Expr b, Optional<Type> hint) {
        Optional<Type> join = Kinds.join(a.type(), b.type());
        return join.isPresent() ? join : hint.filter(t -> Kinds.accepts(t, a.type()) && Kinds.accepts(t, b.type()));
    }

    private Expr primed(ExprSyntax.Primed e, Optional<Type> hint, Context context) {
        if (context.kind() != Context.Kind.STEP || context.primed()) {
            String help =
                    context.primed() ? "one `'` is enough" : "say `step NAME: …` to compare a state with the next";
            session.problems.help(Code.B0511, e.span(), help, Coerce.text(e.span()));
            return type(e.target(), hint, context);
        }
        Expr target = type(e.target(), hint, context.withPrimes());
        if (Kinds.sound(target) && Shape.reads(target).isEmpty()) {
            session.problems.help(
                    Code.B0512,
                    e.span(),
                    "only variables have a value after the step",
                    Coerce.text(e.target().span()));
        }
        return target;
    }
}
